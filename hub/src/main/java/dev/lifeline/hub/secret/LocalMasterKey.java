package dev.lifeline.hub.secret;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.SecretBytes;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** A master key that the hub itself holds: 32 bytes, base64, in a file or the environment. */
public final class LocalMasterKey implements MasterKey {
  private static final int BYTES = 32;
  private static final byte[] PURPOSE = "lifeline hub keyset".getBytes(StandardCharsets.UTF_8);

  private final Aead aead;

  private LocalMasterKey(Aead aead) {
    this.aead = aead;
  }

  /**
   * The key of that text.
   *
   * @param origin where the text comes from, for messages
   * @throws LifelineException HUB_KEY_UNUSABLE
   */
  @AccessesPartialKey
  public static LocalMasterKey of(Secret text, String origin) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text.reveal().strip());
      if (bytes.length != BYTES) {
        throw malformed(origin);
      }
      AesGcmKey key =
          AesGcmKey.builder()
              .setParameters(
                  AesGcmParameters.builder()
                      .setKeySizeBytes(BYTES)
                      .setIvSizeBytes(12)
                      .setTagSizeBytes(16)
                      .build())
              .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
              .build();
      return new LocalMasterKey(AesGcmJce.create(key));
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      throw malformed(origin);
    }
  }

  /**
   * The key in that file, which is made, for its owner alone, where there is none.
   *
   * @throws LifelineException HUB_KEY_UNUSABLE
   */
  public static LocalMasterKey inFile(Path file, RandomGenerator random) {
    try {
      if (!Files.exists(file)) {
        make(file, random);
      }
      Secret text = Secret.of(Files.readString(file, StandardCharsets.UTF_8));
      return of(text, "the file '" + file + "'");
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(file, e);
    }
  }

  /** Of two at once, one makes it. A temporary file is its owner's alone from the start. */
  private static void make(Path file, RandomGenerator random) throws IOException {
    byte[] fresh = new byte[BYTES];
    random.nextBytes(fresh);
    Path partial = Files.createTempFile(file.toAbsolutePath().getParent(), ".hub-key-", ".partial");
    try {
      Files.writeString(partial, Base64.getEncoder().encodeToString(fresh) + "\n");
      Files.move(partial, file);
    } catch (FileAlreadyExistsException e) {
      // the one that is there is the one to use
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  @Override
  public byte[] wrap(byte[] keyset) throws GeneralSecurityException {
    return aead.encrypt(keyset, PURPOSE);
  }

  @Override
  public byte[] unwrap(byte[] wrapped) throws GeneralSecurityException {
    return aead.decrypt(wrapped, PURPOSE);
  }

  private static LifelineException malformed(String origin) {
    return Problem.of(
            ProblemCode.HUB_KEY_UNUSABLE, "the hub's master key in " + origin + " is none")
        .why("A master key is 32 bytes, written in base64: 44 characters.")
        .fix("put the right key back; without it the stored passwords cannot be read")
        .fix("for a new hub, make one: openssl rand -base64 32")
        .raise();
  }

  private static LifelineException unreadable(Path file, Exception cause) {
    return Problem.of(
            ProblemCode.HUB_KEY_UNUSABLE,
            "the file '" + file + "' with the hub's master key cannot be read or made")
        .fix("let the account that runs the hub write into its home folder, and read that file")
        .raise(cause);
  }
}
