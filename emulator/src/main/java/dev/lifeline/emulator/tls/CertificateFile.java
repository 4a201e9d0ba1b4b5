package dev.lifeline.emulator.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;

/**
 * The PKCS #12 file of a certificate. The file's mode protects the key; a password beside it would
 * protect nothing, so it is the empty one.
 */
record CertificateFile(Path path) {
  private static final String ALIAS = "server";
  private static final char[] NO_PASSWORD = {};

  LoopbackCertificate read() throws IOException {
    byte[] content = Files.readAllBytes(path);
    try {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(new ByteArrayInputStream(content), NO_PASSWORD);
      Certificate[] chain = keys.getCertificateChain(ALIAS);
      if (keys.getKey(ALIAS, NO_PASSWORD) instanceof PrivateKey key
          && chain != null
          && chain.length == 2
          && chain[0] instanceof X509Certificate server
          && chain[1] instanceof X509Certificate authority) {
        return new LoopbackCertificate(key, server, authority);
      }
    } catch (GeneralSecurityException | IOException e) {
      throw new IOException("the emulator's certificate in '%s' is damaged".formatted(path), e);
    }
    throw new IOException("there is no certificate of the emulator in '%s'".formatted(path));
  }

  void write(LoopbackCertificate certificate) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    Path unfinished = Files.createTempFile(folder, "tls", ".new", ownerOnly());
    try {
      try (OutputStream out = Files.newOutputStream(unfinished)) {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, NO_PASSWORD);
        keys.setKeyEntry(ALIAS, certificate.serverKey(), NO_PASSWORD, certificate.chain());
        keys.store(out, NO_PASSWORD);
      }
      Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (GeneralSecurityException e) {
      throw new IOException("the certificate cannot be stored in '%s'".formatted(path), e);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
