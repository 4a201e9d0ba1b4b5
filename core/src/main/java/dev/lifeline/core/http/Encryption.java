package dev.lifeline.core.http;

import java.nio.file.Path;
import java.security.Provider;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** Makes the engines that encrypt connections and check who answers. Thread-safe. */
final class Encryption {
  private final @Nullable Path caCertificate;
  private final Supplier<Optional<Provider>> provider;
  private @Nullable SSLContext context;

  /**
   * @param caCertificate authorities to trust besides the runtime's, or null
   * @param provider of TLS; the JDK's when it gives none
   */
  Encryption(@Nullable Path caCertificate, Supplier<Optional<Provider>> provider) {
    this.caCertificate = caCertificate;
    this.provider = provider;
  }

  /** An engine that accepts only a trusted certificate for exactly that host. */
  SSLEngine engine(String host, int port) {
    SSLEngine engine = context().createSSLEngine(host, port);
    engine.setUseClientMode(true);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    engine.setSSLParameters(parameters);
    return engine;
  }

  /** Made with the first connection: a native library is not loaded for nothing. */
  private synchronized SSLContext context() {
    if (context == null) {
      context = Trust.context(caCertificate, provider);
    }
    return context;
  }
}
