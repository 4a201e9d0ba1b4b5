package dev.lifeline.core.environment;

import dev.lifeline.core.connection.SecretFile;
import dev.lifeline.core.download.Places;
import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.model.Environment;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.model.RsatCertificate;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the certificate for the Regression Suite Automation Tool into a folder: a zip, and its
 * password in a file beside it or in the hands of the caller. Both files are for their owner alone,
 * and appear when they are whole. Thread-safe.
 */
public final class RsatDownload {
  private static final String FALLBACK = "rsat-certificate.zip";
  private static final String PASSWORD_ENDING = ".password.txt";

  private final LcsClient lcs;

  public RsatDownload(LcsClient lcs) {
    this.lcs = lcs;
  }

  /**
   * Where to.
   *
   * @param folder made if it is missing
   * @param overwrite whether files of the same name may be replaced
   * @param passwordToFile whether the password goes into a file beside the zip
   */
  public record Order(Path folder, boolean overwrite, boolean passwordToFile) {}

  /**
   * What was fetched.
   *
   * @param zip the file that holds the certificate, absolute
   * @param passwordFile the file that holds its password, absolute; null when none was wanted
   * @param password the password
   * @param expires when the certificate ends, or null when LCS does not say
   */
  public record Fetched(
      Path zip, @Nullable Path passwordFile, Secret password, @Nullable Instant expires) {}

  /**
   * Fetches the certificate of an environment; LCS makes another one each time.
   *
   * @throws LifelineException TARGET_EXISTS or TARGET_NOT_WRITABLE; what LCS refuses
   */
  public Fetched run(ProjectId project, Environment environment, Order order) {
    RsatCertificate certificate = lcs.rsatCertificate(project, environment.id());
    Places places = new Places(order.folder(), order.overwrite());
    Path zip = places.ofOne(certificate.fileName(), FALLBACK);
    Path passwordFile =
        order.passwordToFile()
            ? places.ofOne(zip.getFileName() + PASSWORD_ENDING, FALLBACK + PASSWORD_ENDING)
            : null;
    Secret password = certificate.password();
    write(zip, Base64.getMimeDecoder().decode(certificate.zip().reveal()), order);
    if (passwordFile != null) {
      write(passwordFile, password.reveal().getBytes(StandardCharsets.UTF_8), order);
    }
    return new Fetched(zip, passwordFile, password, certificate.expires());
  }

  private static void write(Path file, byte[] content, Order order) {
    try {
      SecretFile.write(file, content, order.overwrite());
    } catch (FileAlreadyExistsException e) {
      throw Problem.of(ProblemCode.TARGET_EXISTS, "the file '" + file + "' exists already")
          .why("It appeared just now, and Lifeline replaces a file only when it is told to.")
          .fix("add --overwrite, or choose another folder with --to")
          .raise(e);
    } catch (IOException e) {
      throw Problem.of(ProblemCode.TARGET_NOT_WRITABLE, "the file '" + file + "' cannot be written")
          .why("The system says: " + e.getMessage() + ".")
          .fix("choose another folder with --to")
          .raise(e);
    }
  }
}
