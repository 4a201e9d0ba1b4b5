package dev.lifeline.cli.hub;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.connection.PasswordFile;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.hub.web.TlsFiles;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the hub encrypts with when no proxy does it. */
public final class TlsOptions {
  private static final String PASSWORD = "LIFELINE_HUB_TLS_PASSWORD";

  @Option(
      names = "--tls-certificate",
      paramLabel = "FILE",
      description =
          "Speak HTTPS with this certificate: PEM with its chain, or PKCS#12 with the password in LIFELINE_HUB_TLS_PASSWORD. Read again when it changes.")
  private @Nullable Path certificate;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "The certificate's key, PEM and PKCS#8; default: in the certificate's file.")
  private @Nullable Path key;

  boolean areGiven() {
    return certificate != null;
  }

  /** The files; null when none is named. */
  @Nullable TlsFiles files(Shell shell) {
    if (certificate == null && key != null) {
      throw Problem.of(ProblemCode.USAGE_WRONG, "--tls-key goes with --tls-certificate")
          .fix("add --tls-certificate, or leave out --tls-key")
          .raise();
    }
    return certificate == null ? null : new TlsFiles(certificate, key, password(shell));
  }

  private static @Nullable Secret password(Shell shell) {
    Map<String, String> environment = shell.host().environment();
    String text = environment.getOrDefault(PASSWORD, "");
    String file = environment.getOrDefault(PASSWORD + "_FILE", "");
    if (!text.isEmpty()) {
      return Secret.of(text);
    }
    return file.isBlank() ? null : PasswordFile.read(Path.of(file));
  }
}
