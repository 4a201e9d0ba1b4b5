package dev.lifeline.cli.environment;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.environment.RsatDownload;
import dev.lifeline.core.model.Environment;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.text.ForeignText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lifeline environment rsat-certificate}. */
@Command(
    name = "rsat-certificate",
    description = {
      "Fetch the certificate with which the Regression Suite Automation Tool signs in.",
      "LCS makes another one each time. Its files are for you alone to read."
    })
public final class EnvironmentRsatCertificateCommand implements Runnable {
  @Mixin private EnvironmentParameter parameter;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The folder; default: the current one.")
  private Path folder = Path.of(".");

  @Option(names = "--overwrite", description = "Replace files of the same name.")
  private boolean overwrite;

  @Option(
      names = "--password-stdout",
      description = {
        "Print the password to standard output, where nothing else is then;",
        "without it, it goes into a file beside the zip."
      })
  private boolean passwordToOutput;

  private final Shell shell;

  public EnvironmentRsatCertificateCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    UsableConnection connection = shell.connection();
    ProjectId project = shell.project(connection);
    try (Lifeline lifeline = shell.lifeline(connection)) {
      Environment environment = lifeline.environments().one(project, parameter.idOrName());
      show(
          environment,
          lifeline
              .rsatDownload()
              .run(
                  project,
                  environment,
                  new RsatDownload.Order(folder, overwrite, !passwordToOutput)));
    }
  }

  private void show(Environment environment, RsatDownload.Fetched fetched) {
    Path passwordFile = fetched.passwordFile();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("environmentId", environment.id().value());
    json.put("environmentName", environment.name());
    json.put("path", fetched.zip().toString());
    json.put("passwordFile", passwordFile == null ? null : passwordFile.toString());
    json.put(
        "expirationDateTimeUTC", fetched.expires() == null ? null : fetched.expires().toString());
    List<String> lines = new ArrayList<>();
    lines.add("certificate  " + fetched.zip());
    if (passwordFile != null) {
      lines.add("password     " + passwordFile);
    }
    lines.add("expires      " + EnvironmentView.minute(fetched.expires()) + " UTC");
    if (!passwordToOutput) {
      shell.console().result(json, lines);
      return;
    }
    String password = fetched.password().reveal();
    json.put("password", password);
    lines.forEach(shell.console()::note);
    if (!shell.settings().isJson()) {
      requirePrintable(password);
    }
    shell.console().result(json, List.of(password));
  }

  /** What is shown is made harmless first, and such a password would be another one then. */
  private static void requirePrintable(String password) {
    if (!ForeignText.line(password).equals(password)) {
      throw Problem.of(
              ProblemCode.LCS_ANSWER_UNREADABLE,
              "the certificate's password holds characters that cannot be printed")
          .why("A terminal or a build log would not show them as they are.")
          .fix("fetch it again with --overwrite and without --password-stdout, into a file")
          .raise();
    }
  }
}
