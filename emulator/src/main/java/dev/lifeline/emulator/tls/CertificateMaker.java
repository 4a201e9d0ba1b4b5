package dev.lifeline.emulator.tls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes the certification authority and the certificate that it signs, both EC P-256. */
final class CertificateMaker {
  private static final X500Principal AUTHORITY = new X500Principal("CN=Lifeline emulator CA");
  private static final X500Principal SERVER = new X500Principal("CN=localhost");
  private static final Duration HEAD_START = Duration.ofDays(1);
  private static final Duration LIFETIME = Duration.ofDays(3650);

  private final Instant now;
  private final SecureRandom random;
  private final Duration lifetime;

  CertificateMaker(Instant now, SecureRandom random) {
    this(now, random, LIFETIME);
  }

  CertificateMaker(Instant now, SecureRandom random, Duration lifetime) {
    this.now = now;
    this.random = random;
    this.lifetime = lifetime;
  }

  /** The two certificates; of the keys only the server's is kept, so nothing else gets signed. */
  LoopbackCertificate make() throws GeneralSecurityException {
    KeyPair authorityKeys = keyPair();
    KeyPair serverKeys = keyPair();
    try {
      X509Certificate authority = authority(authorityKeys);
      X509Certificate server = server(serverKeys, authorityKeys.getPrivate(), authority);
      return new LoopbackCertificate(serverKeys.getPrivate(), server, authority);
    } catch (OperatorCreationException | CertIOException e) {
      throw new GeneralSecurityException("the certificate could not be made", e);
    }
  }

  /** A certificate that nobody vouches for but its own key. */
  X509Certificate selfSigned(X500Principal name, KeyPair keys) throws GeneralSecurityException {
    try {
      return signed(builder(name, name, keys), keys.getPrivate());
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException("the certificate could not be made", e);
    }
  }

  private X509Certificate authority(KeyPair keys)
      throws GeneralSecurityException, OperatorCreationException, CertIOException {
    var extensions = new JcaX509ExtensionUtils();
    var builder = builder(AUTHORITY, AUTHORITY, keys);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
    builder.addExtension(
        Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    builder.addExtension(
        Extension.subjectKeyIdentifier,
        false,
        extensions.createSubjectKeyIdentifier(keys.getPublic()));
    return signed(builder, keys.getPrivate());
  }

  private X509Certificate server(KeyPair keys, PrivateKey authorityKey, X509Certificate authority)
      throws GeneralSecurityException, OperatorCreationException, CertIOException {
    var extensions = new JcaX509ExtensionUtils();
    var builder = builder(authority.getSubjectX500Principal(), SERVER, keys);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    builder.addExtension(
        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
    builder.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(
            new GeneralName[] {
              new GeneralName(GeneralName.dNSName, "localhost"),
              new GeneralName(GeneralName.iPAddress, "127.0.0.1")
            }));
    builder.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        extensions.createAuthorityKeyIdentifier(authority));
    builder.addExtension(
        Extension.subjectKeyIdentifier,
        false,
        extensions.createSubjectKeyIdentifier(keys.getPublic()));
    return signed(builder, authorityKey);
  }

  private X509v3CertificateBuilder builder(
      X500Principal issuer, X500Principal subject, KeyPair keys) {
    return new JcaX509v3CertificateBuilder(
        issuer,
        new BigInteger(127, random).add(BigInteger.ONE),
        Date.from(now.minus(HEAD_START)),
        Date.from(now.plus(lifetime)),
        subject,
        keys.getPublic());
  }

  private X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey key)
      throws GeneralSecurityException, OperatorCreationException {
    var signer = new JcaContentSignerBuilder("SHA256withECDSA").setSecureRandom(random).build(key);
    return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
  }

  KeyPair keyPair() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"), random);
    return generator.generateKeyPair();
  }
}
