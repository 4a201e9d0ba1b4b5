package dev.lifeline.emulator.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A server certificate for {@code localhost} and 127.0.0.1 (EC P-256), signed by a certification
 * authority that was made for it alone and whose key is forgotten at once: whoever trusts that
 * authority trusts this one server. Valid from one day before it is made, for ten years.
 */
public final class LoopbackCertificate {
  /** The file that {@link #kept} keeps the server's key and both certificates in. */
  public static final String FILE_NAME = "tls.p12";

  private final PrivateKey serverKey;
  private final X509Certificate server;
  private final X509Certificate authority;

  LoopbackCertificate(PrivateKey serverKey, X509Certificate server, X509Certificate authority) {
    this.serverKey = serverKey;
    this.server = server;
    this.authority = authority;
  }

  /** A new certificate that is kept nowhere. */
  public static LoopbackCertificate fresh(InstantSource time, SecureRandom random) {
    try {
      return new CertificateMaker(time.instant(), random).make();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot make EC P-256 certificates", e);
    }
  }

  /**
   * The certificate kept in {@code folder} as PKCS #12, readable by its owner alone; a new one if
   * there is none yet, or if it is about to run out.
   *
   * @throws IOException if the file cannot be read or written, or is no certificate of this class
   */
  public static LoopbackCertificate kept(Path folder, InstantSource time, SecureRandom random)
      throws IOException {
    var file = new CertificateFile(folder.resolve(FILE_NAME));
    if (Files.exists(file.path())) {
      LoopbackCertificate kept = file.read();
      if (kept.server.getNotAfter().toInstant().isAfter(time.instant())) {
        return kept;
      }
    }
    LoopbackCertificate fresh = fresh(time, random);
    file.write(fresh);
    return fresh;
  }

  /** For the server side of TLS. */
  public SSLContext sslContext() {
    try {
      char[] noPassword = new char[0];
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(null, noPassword);
      keys.setKeyEntry("server", serverKey, noPassword, chain());
      var keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keyManagers.init(keys, noPassword);
      var context = SSLContext.getInstance("TLS");
      context.init(keyManagers.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java cannot serve TLS", e);
    }
  }

  /** The certification authority as PEM text, for clients to trust; ends with a line feed. */
  public String authorityPem() {
    try {
      byte[] lineFeed = "\n".getBytes(StandardCharsets.US_ASCII);
      String lines = Base64.getMimeEncoder(64, lineFeed).encodeToString(authority.getEncoded());
      return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("the certificate does not encode", e);
    }
  }

  /** The certification authority. */
  public X509Certificate authority() {
    return authority;
  }

  /** The server's certificate. */
  public X509Certificate server() {
    return server;
  }

  PrivateKey serverKey() {
    return serverKey;
  }

  X509Certificate[] chain() {
    return new X509Certificate[] {server, authority};
  }

  @Override
  public String toString() {
    return "LoopbackCertificate[%s]".formatted(server.getSubjectX500Principal().getName());
  }
}
