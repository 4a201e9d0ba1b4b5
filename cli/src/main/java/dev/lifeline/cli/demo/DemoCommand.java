package dev.lifeline.cli.demo;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.text.Figures;
import dev.lifeline.emulator.Emulator;
import dev.lifeline.emulator.EmulatorSettings;
import dev.lifeline.emulator.Surroundings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code lifeline demo}. */
@Command(
    name = "demo",
    description = {
      "Run the main job against a private emulator: connect, upload, deploy, download.",
      "Needs no account and no network, and leaves nothing behind."
    })
public final class DemoCommand implements Runnable {
  static final String SANDBOX = "contoso-uat";

  /** An hour of servicing in three seconds. */
  private static final double TIME_SCALE = 1200;

  private final Shell shell;

  public DemoCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    Instant begun = shell.host().time().instant();
    shell.console().line("Lifeline's main job, against an emulator on this machine:");
    DemoSteps steps = new DemoSteps(shell);
    try (TemporaryFolder folder = TemporaryFolder.create();
        Emulator emulator =
            steps.step(
                "start a private emulator", this::start, up -> "Entra ID, LCS and blob storage")) {
      Demo demo = new Demo(shell, folder.path(), emulator.addresses(), steps);
      show(demo.run(), steps, Duration.between(begun, shell.host().time().instant()));
    } catch (IOException e) {
      throw Demo.notWritable(e);
    } catch (LifelineException e) {
      throw e.code() == ProblemCode.INTERRUPTED
          ? Problem.of(e.code(), "the demo was ended half way")
              .why("What it had made on this machine was removed again.")
              .raise(e)
          : e;
    }
  }

  private Emulator start() {
    try {
      return Emulator.start(
          EmulatorSettings.DEFAULTS.withTimeScale(TIME_SCALE),
          Surroundings.ofTheMachine(pause -> shell.host().time().sleep(pause)));
    } catch (IOException e) {
      throw Problem.of(
              ProblemCode.EMULATOR_NOT_STARTED, "the emulator cannot start: " + e.getMessage())
          .why(
              "It listens on free ports of this machine's loopback interface, and keeps files in the temporary folder.")
          .fix("see whether something forbids either")
          .raise(e);
    }
  }

  private void show(Demo.Outcome outcome, DemoSteps steps, Duration duration) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("result", "ok");
    json.put("steps", steps.json());
    json.put("sha256", outcome.sha256());
    json.put("assetId", outcome.assetId());
    json.put("activityId", outcome.activityId());
    shell
        .console()
        .result(
            json,
            List.of(
                "It works: what was uploaded was deployed, and came back the same, in "
                    + Figures.duration(duration)
                    + "."));
  }
}
