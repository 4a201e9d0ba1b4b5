package dev.lifeline.core.http;

import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Trusts the runtime's authorities and those of a PEM file. */
final class Trust {
  private Trust() {}

  /** A context of that provider, or of the JDK; the JDK judges certificates for both. */
  static SSLContext context(@Nullable Path caCertificate, Supplier<Optional<Provider>> provider) {
    try {
      KeyStore authorities = caCertificate == null ? null : authorities(caCertificate);
      Optional<Provider> chosen = provider.get();
      if (chosen.isEmpty()) {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers(authorities), null);
        return context;
      }
      SSLContext context = SSLContext.getInstance("TLS", chosen.get());
      context.init(null, new TrustManager[] {judge(managers(authorities))}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyStore authorities(Path caCertificate) {
    Collection<? extends Certificate> extra = read(caCertificate);
    try {
      KeyStore authorities = KeyStore.getInstance(KeyStore.getDefaultType());
      authorities.load(null, null);
      int count = 0;
      for (X509Certificate known : runtimeAuthorities()) {
        authorities.setCertificateEntry("runtime-" + count++, known);
      }
      for (Certificate added : extra) {
        authorities.setCertificateEntry("added-" + count++, added);
      }
      return authorities;
    } catch (GeneralSecurityException | IOException e) {
      throw unusable(caCertificate, e);
    }
  }

  private static Collection<? extends Certificate> read(Path file) {
    try (InputStream pem = Files.newInputStream(file)) {
      Collection<? extends Certificate> certificates =
          CertificateFactory.getInstance("X.509").generateCertificates(pem);
      if (certificates.isEmpty()) {
        throw new GeneralSecurityException("no certificate in it");
      }
      return certificates;
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(file, e);
    }
  }

  private static X509Certificate[] runtimeAuthorities() throws GeneralSecurityException {
    for (TrustManager manager : managers(null)) {
      if (manager instanceof X509TrustManager x509) {
        return x509.getAcceptedIssuers();
      }
    }
    return new X509Certificate[0];
  }

  private static TrustManager judge(TrustManager[] managers) throws GeneralSecurityException {
    for (TrustManager manager : managers) {
      if (manager instanceof X509ExtendedTrustManager x509) {
        return new RuntimeJudge(x509);
      }
    }
    throw new GeneralSecurityException("this Java judges no certificates");
  }

  private static TrustManager[] managers(@Nullable KeyStore authorities)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(authorities);
    return factory.getTrustManagers();
  }

  private static LifelineException unusable(Path file, Exception cause) {
    return Problem.of(
            Files.exists(file) ? ProblemCode.FILE_UNREADABLE : ProblemCode.FILE_NOT_FOUND,
            "the CA certificate file '" + file + "' cannot be used")
        .why("It must be a PEM file with one or more certificates of authorities.")
        .fix("check the path in --ca-certificate or LIFELINE_CA_CERTIFICATE")
        .raise(cause);
  }
}
