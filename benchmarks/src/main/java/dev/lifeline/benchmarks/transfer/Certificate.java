package dev.lifeline.benchmarks.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.conscrypt.Conscrypt;

/**
 * A certificate for localhost that lives for a day, made with the JDK's keytool.
 *
 * @param keys a PKCS 12 file with key and certificate
 * @param trusted a PKCS 12 file with the certificate alone
 * @param pem the certificate
 */
record Certificate(Path keys, Path trusted, Path pem) {
  static final String PASSWORD = "changeit";

  static Certificate in(Path folder) throws IOException, InterruptedException {
    Certificate made =
        new Certificate(
            folder.resolve("keys.p12"), folder.resolve("trusted.p12"), folder.resolve("blob.pem"));
    String keys = made.keys.toString();
    keytool(
        "-genkeypair -alias blob -dname CN=localhost -keyalg EC -groupname secp256r1 -validity 1"
            + " -ext san=dns:localhost,ip:127.0.0.1 -ext bc=ca:true -keystore "
            + keys);
    keytool("-exportcert -alias blob -rfc -keystore " + keys + " -file " + made.pem);
    keytool("-importcert -alias blob -noprompt -file " + made.pem + " -keystore " + made.trusted);
    return made;
  }

  SSLContext serverContext() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS", Conscrypt.newProvider());
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  /** What makes a Java trust it. */
  List<String> javaOptions() {
    return List.of(
        "-Djavax.net.ssl.trustStore=" + trusted, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
  }

  private static void keytool(String arguments) throws IOException, InterruptedException {
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    String all = keytool + " " + arguments + " -storetype PKCS12 -storepass " + PASSWORD;
    Process process = new ProcessBuilder(all.split(" ")).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(said);
    }
  }
}
