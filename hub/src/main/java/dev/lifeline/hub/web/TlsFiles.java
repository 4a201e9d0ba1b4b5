package dev.lifeline.hub.web;

import dev.lifeline.core.model.Secret;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the server's certificate is. The files are read again when they change. Prints no secret.
 *
 * @param certificate PEM, the server's own first and the chain after it; or PKCS#12, with its key
 * @param key the key in PEM, PKCS#8 and not encrypted; null when it is in the certificate's file
 * @param password of a PKCS#12 file, or null
 */
public record TlsFiles(Path certificate, @Nullable Path key, @Nullable Secret password) {
  Path keyFile() {
    return key == null ? certificate : key;
  }
}
