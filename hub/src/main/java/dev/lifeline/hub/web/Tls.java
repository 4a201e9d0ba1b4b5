package dev.lifeline.hub.web;

import dev.lifeline.core.problem.LifelineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's own encryption: TLS 1.2 and 1.3. Looks every ten seconds whether the certificate's
 * files have changed; what is wrong with new ones is told, and the old certificate stays in use.
 * Thread-safe.
 */
final class Tls implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Tls.class);
  private static final Duration LOOK = Duration.ofSeconds(10);

  private final TlsFiles files;
  private final SslContextFactory.Server factory = new SslContextFactory.Server();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Tls::daemon);
  private List<String> seen;

  /**
   * Reads the certificate.
   *
   * @throws LifelineException CERTIFICATE_UNUSABLE
   */
  Tls(TlsFiles files) {
    this.files = files;
    this.seen = marks();
    factory.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    factory.setSniRequired(false);
    use(factory, ServerCertificate.read(files));
  }

  /** A connector that encrypts; a client may call the server by any name. */
  Connector connector(Server server, HttpConfiguration http, WebSettings settings) {
    HttpConfiguration secure = new HttpConfiguration(http);
    secure.addCustomizer(new SecureRequestCustomizer(false));
    ServerConnector connector =
        new ServerConnector(server, factory, new HttpConnectionFactory(secure));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    return connector;
  }

  /** Looks from now on. */
  void begin() {
    var unused =
        thread.scheduleWithFixedDelay(
            this::look, LOOK.toSeconds(), LOOK.toSeconds(), TimeUnit.SECONDS);
  }

  /** Takes the certificate that is there now, where it is another one and good. */
  synchronized void look() {
    List<String> now = marks();
    if (now.equals(seen)) {
      return;
    }
    try {
      KeyStore fresh = ServerCertificate.read(files);
      factory.reload(each -> use(each, fresh));
      seen = now;
      LOG.info("the certificate was read anew");
    } catch (LifelineException e) {
      seen = now;
      LOG.warn("the old certificate stays in use: {}", e.problem().message());
    } catch (Exception e) { // what reload declares
      LOG.warn("the old certificate stays in use: {}", e.getClass().getName());
    }
  }

  /** What is in use now. */
  KeyStore keyStore() {
    return factory.getKeyStore();
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private static void use(SslContextFactory factory, KeyStore store) {
    factory.setKeyStore(store);
    factory.setKeyStorePassword(ServerCertificate.IN_MEMORY);
  }

  private List<String> marks() {
    List<String> marks = new ArrayList<>();
    for (Path file : List.of(files.certificate(), files.keyFile())) {
      try {
        marks.add(Files.getLastModifiedTime(file) + " " + Files.size(file));
      } catch (IOException e) {
        marks.add("not there");
      }
    }
    return marks;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "hub-certificate");
    thread.setDaemon(true);
    return thread;
  }
}
