package dev.lifeline.core.http;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Lets the Java runtime judge certificates and host names also when another provider encrypts, so
 * that both are equally strict. TLS 1.3 no longer ties a certificate to a key exchange; the runtime
 * and Conscrypt have different words for that.
 */
final class RuntimeJudge extends X509ExtendedTrustManager {
  private static final String CONSCRYPTS_WORD = "GENERIC";
  private static final String RUNTIMES_WORD = "UNKNOWN";

  private final X509ExtendedTrustManager runtime;
  private volatile @Nullable Accepted latest;

  /**
   * A judgement that stands as long as the certificates are valid: nothing else in it can change.
   */
  private record Accepted(String host, String keyExchange, List<X509Certificate> chain) {
    boolean covers(String itsHost, String itsKeyExchange, X509Certificate[] itsChain)
        throws CertificateException {
      boolean same =
          host.equals(itsHost)
              && keyExchange.equals(itsKeyExchange)
              && chain.equals(Arrays.asList(itsChain));
      if (same) {
        for (X509Certificate certificate : itsChain) {
          certificate.checkValidity();
        }
      }
      return same;
    }
  }

  RuntimeJudge(X509ExtendedTrustManager runtime) {
    this.runtime = runtime;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String keyExchange, SSLEngine engine)
      throws CertificateException {
    String host = Objects.requireNonNullElse(engine.getPeerHost(), "");
    Accepted known = latest;
    if (known != null && known.covers(host, keyExchange, chain)) {
      return; // one of the other connections of the same transfer
    }
    runtime.checkServerTrusted(chain, translated(keyExchange), engine);
    latest = new Accepted(host, keyExchange, List.of(chain));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String keyExchange, Socket socket)
      throws CertificateException {
    runtime.checkServerTrusted(chain, translated(keyExchange), socket);
  }

  /** Would not look at the host's name. */
  @Override
  public void checkServerTrusted(X509Certificate[] chain, String keyExchange)
      throws CertificateException {
    throw new CertificateException("nobody says whose certificate it has to be");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String keyExchange, SSLEngine engine)
      throws CertificateException {
    runtime.checkClientTrusted(chain, keyExchange, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String keyExchange, Socket socket)
      throws CertificateException {
    runtime.checkClientTrusted(chain, keyExchange, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String keyExchange)
      throws CertificateException {
    runtime.checkClientTrusted(chain, keyExchange);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return runtime.getAcceptedIssuers();
  }

  private static String translated(String keyExchange) {
    return keyExchange.equals(CONSCRYPTS_WORD) ? RUNTIMES_WORD : keyExchange;
  }
}
