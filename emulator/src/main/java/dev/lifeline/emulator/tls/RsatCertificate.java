package dev.lifeline.emulator.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.security.auth.x500.X500Principal;

/**
 * A certificate for the Regression Suite Automation Tool: self-signed, EC P-256, valid for a year
 * (ASSUMED).
 */
public final class RsatCertificate {
  private static final Duration LIFETIME = Duration.ofDays(365);

  private final String fileName;
  private final KeyPair keys;
  private final X509Certificate certificate;

  private RsatCertificate(String fileName, KeyPair keys, X509Certificate certificate) {
    this.fileName = fileName;
    this.keys = keys;
    this.certificate = certificate;
  }

  /**
   * A new certificate.
   *
   * @param fileName the name of its files, without extension
   * @param now the moment from which it is valid
   * @param random where its key comes from
   */
  public static RsatCertificate fresh(String fileName, Instant now, SecureRandom random) {
    try {
      var maker = new CertificateMaker(now, random, LIFETIME);
      KeyPair keys = maker.keyPair();
      var name = new X500Principal("CN=127.0.0.1, OU=RSAT");
      return new RsatCertificate(fileName, keys, maker.selfSigned(name, keys));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot make EC P-256 certificates", e);
    }
  }

  /** The {@code .cer} and the {@code .pfx}, which that password opens, in a zip file (DOC). */
  public byte[] zip(char[] password) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(fileName + ".cer"));
      zip.write(certificate.getEncoded());
      zip.putNextEntry(new ZipEntry(fileName + ".pfx"));
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, password);
      store.setKeyEntry("rsat", keys.getPrivate(), password, new X509Certificate[] {certificate});
      var whole = new ByteArrayOutputStream();
      store.store(whole, password);
      zip.write(whole.toByteArray());
      zip.closeEntry();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java cannot write PKCS #12", e);
    }
    return bytes.toByteArray();
  }

  /** SHA-1 in capital hexadecimal digits, as Windows shows it. */
  public String thumbprint() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-1").digest(certificate.getEncoded());
      return HexFormat.of().formatHex(hash).toUpperCase(Locale.ROOT);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no SHA-1", e);
    }
  }

  /** Until when it is valid. */
  public Instant expires() {
    return certificate.getNotAfter().toInstant();
  }

  @Override
  public String toString() {
    return "RsatCertificate[%s]".formatted(fileName);
  }
}
