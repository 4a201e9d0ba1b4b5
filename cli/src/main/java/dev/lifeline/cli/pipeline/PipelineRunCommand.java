package dev.lifeline.cli.pipeline;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lifeline pipeline run}. */
@Command(
    name = "run",
    description = {
      "Run the LCS steps of an azure-pipelines.yml on this machine, in the order of the file.",
      "Other steps, templates and pools are left out. A service connection is the stored one of that",
      "name, unless --connection or the LIFELINE_ variables say otherwise."
    })
public final class PipelineRunCommand implements Runnable, IExitCodeGenerator {
  private static final DateTimeFormatter NUMBER =
      DateTimeFormatter.ofPattern("yyyyMMdd.HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Parameters(paramLabel = "FILE", description = "The file.")
  private Path file;

  @Option(
      names = "--variable",
      paramLabel = "NAME=VALUE",
      description = "A variable or a parameter, in place of what the file says; repeatable.")
  private List<String> given = new ArrayList<>();

  private final Shell shell;
  private int exitCode;

  public PipelineRunCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    Yaml.Fields root = YamlFile.read(file);
    Set<String> fixed = new HashSet<>();
    LocalVariables variables = variables(fixed);
    root.get("parameters").ifPresent(parameters -> variables.declare(parameters, fixed));
    exitCode = new LocalRun(shell, variables, fixed).run(LocalJob.of(root));
  }

  /** The step that failed has said why. */
  @Override
  public int getExitCode() {
    return exitCode;
  }

  private LocalVariables variables(Set<String> fixed) {
    LocalVariables variables = new LocalVariables(shell.host().environment());
    String here = Path.of("").toAbsolutePath().toString();
    variables.set("Build.SourcesDirectory", here);
    variables.set("System.DefaultWorkingDirectory", here);
    variables.set("Build.DefinitionName", String.valueOf(file.getFileName()));
    variables.set("Build.BuildNumber", NUMBER.format(shell.host().time().instant()));
    for (String each : given) {
      String[] parts = each.split("=", 2);
      if (parts.length < 2) {
        throw Problem.of(ProblemCode.USAGE_WRONG, "'" + each + "' is not of the form NAME=VALUE")
            .fix("write --variable NAME=VALUE")
            .raise();
      }
      variables.set(parts[0], parts[1]);
      fixed.add(LocalVariables.key(parts[0]));
    }
    return variables;
  }
}
