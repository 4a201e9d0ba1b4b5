package dev.lifeline.hub.web;

import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a certificate with its key out of the files that people have. */
final class ServerCertificate {
  /** The password of the key store in memory, which never leaves it. */
  static final String IN_MEMORY = "in memory";

  private static final Pattern CERTIFICATE =
      Pattern.compile("-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----");
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");
  private static final Pattern OTHER_KEY = Pattern.compile("-----BEGIN (\\w+ )+PRIVATE KEY-----");
  private static final byte[] PROBE = "lifeline".getBytes(StandardCharsets.UTF_8);

  private ServerCertificate() {}

  /**
   * The certificate and its key.
   *
   * @throws LifelineException CERTIFICATE_UNUSABLE
   */
  static KeyStore read(TlsFiles files) {
    try {
      byte[] content = Files.readAllBytes(files.certificate());
      String text = new String(content, StandardCharsets.ISO_8859_1);
      return text.contains("-----BEGIN ") ? ofPem(files, text) : ofPkcs12(files, content);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw unusable(files.certificate(), "it cannot be read")
          .why("It says: " + e.getMessage() + ".")
          .fix("give PEM files, or a PKCS#12 file and its password in LIFELINE_HUB_TLS_PASSWORD")
          .raise(e);
    }
  }

  private static KeyStore ofPem(TlsFiles files, String text)
      throws IOException, GeneralSecurityException {
    StringBuilder chain = new StringBuilder();
    CERTIFICATE.matcher(text).results().forEach(each -> chain.append(each.group()).append('\n'));
    Certificate[] certificates =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(
                new ByteArrayInputStream(chain.toString().getBytes(StandardCharsets.US_ASCII)))
            .toArray(Certificate[]::new);
    if (certificates.length == 0) {
      throw unusable(files.certificate(), "it holds no certificate")
          .fix("give the file that begins with -----BEGIN CERTIFICATE-----")
          .raise();
    }
    PublicKey publicKey = certificates[0].getPublicKey();
    PrivateKey key = key(files.keyFile(), publicKey.getAlgorithm());
    requirePair(files, key, publicKey);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("hub", key, IN_MEMORY.toCharArray(), certificates);
    return store;
  }

  private static PrivateKey key(Path file, String algorithm)
      throws IOException, GeneralSecurityException {
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    Matcher pem = KEY.matcher(text);
    if (!pem.find()) {
      Problem problem =
          OTHER_KEY.matcher(text).find()
              ? unusable(file, "its key is encrypted, or of an older form")
              : unusable(file, "it holds no key");
      throw problem
          .why("A key is read as PKCS#8: it begins with -----BEGIN PRIVATE KEY-----.")
          .fix("convert it: openssl pkcs8 -topk8 -nocrypt -in key.pem -out key8.pem")
          .raise();
    }
    byte[] bytes = Base64.getMimeDecoder().decode(pem.group(1));
    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
  }

  /** Files that are replaced one after the other do not belong together for a moment. */
  private static void requirePair(TlsFiles files, PrivateKey key, PublicKey publicKey)
      throws GeneralSecurityException {
    String algorithm =
        switch (publicKey.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> publicKey.getAlgorithm();
        };
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(key);
    signature.update(PROBE);
    byte[] signed = signature.sign();
    signature.initVerify(publicKey);
    signature.update(PROBE);
    if (!signature.verify(signed)) {
      throw unusable(files.certificate(), "the key in '" + files.keyFile() + "' is another one's")
          .fix("give the key that the certificate was made for")
          .raise();
    }
  }

  private static KeyStore ofPkcs12(TlsFiles files, byte[] content)
      throws IOException, GeneralSecurityException {
    char[] password =
        Optional.ofNullable(files.password())
            .map(secret -> secret.reveal().toCharArray())
            .orElseGet(() -> new char[0]);
    KeyStore given = KeyStore.getInstance("PKCS12");
    given.load(new ByteArrayInputStream(content), password);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    for (String alias : java.util.Collections.list(given.aliases())) {
      java.security.@Nullable Key key = given.getKey(alias, password);
      if (key instanceof PrivateKey) {
        store.setKeyEntry("hub", key, IN_MEMORY.toCharArray(), given.getCertificateChain(alias));
        return store;
      }
    }
    throw unusable(files.certificate(), "it holds no key").raise();
  }

  private static Problem unusable(Path file, String what) {
    return Problem.of(
        ProblemCode.CERTIFICATE_UNUSABLE,
        "the hub's certificate in '" + file + "' cannot be used: " + what);
  }
}
