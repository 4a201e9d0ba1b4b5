package dev.lifeline.cli.emulator;

import dev.lifeline.cli.shell.ReadyFile;
import dev.lifeline.cli.shell.Shell;
import dev.lifeline.cli.shell.Values;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.emulator.BlobEndpoint;
import dev.lifeline.emulator.Emulator;
import dev.lifeline.emulator.EmulatorSettings;
import dev.lifeline.emulator.Surroundings;
import dev.lifeline.emulator.blob.BlobAccount;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lifeline emulator}. */
@Command(
    name = "emulator",
    description = {
      "Start Entra ID, LCS, Graph and blob storage look-alikes on this machine.",
      "They listen on loopback only, over TLS, until Ctrl-C."
    })
public final class EmulatorCommand implements Runnable {
  private static final Duration LOOK = Duration.ofHours(1);

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description = "The first of six ports; default: 0, any free ones.")
  private int port;

  @Option(
      names = "--time-scale",
      paramLabel = "N",
      defaultValue = "360",
      description =
          "Seconds that pass in LCS in one second; default: 360, an hour of servicing in 10 s.")
  private double timeScale;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = "Keep the world in this folder; default: forget it at the end.")
  private @Nullable Path state;

  @Option(
      names = "--ready-file",
      paramLabel = "FILE",
      description = "Write the addresses as JSON once requests are answered.")
  private @Nullable Path readyFile;

  @Option(
      names = "--blob-endpoint",
      paramLabel = "URL",
      description =
          "Hand out SAS URLs of a real blob service, such as http://127.0.0.1:10000/devstoreaccount1 of Azurite.")
  private @Nullable String blobEndpoint;

  @Option(
      names = "--rate-limits",
      description = "Let LCS answer 429 to those who ask too often, with its own numbers.")
  private boolean rateLimits;

  private final Shell shell;

  public EmulatorCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    EmulatorSettings settings = settings();
    try (Emulator emulator = start(settings);
        PasswordNote password = PasswordNote.of(emulator.addresses())) {
      if (readyFile != null) {
        ReadyFile.write(readyFile, emulator.readyJson());
      }
      EmulatorView view = new EmulatorView(emulator.addresses(), password.file());
      shell.console().result(view.json(), view.lines(isOnWindows()));
      stay();
    }
  }

  private boolean isOnWindows() {
    return shell.host().operatingSystem().startsWith("Windows");
  }

  private void stay() {
    try {
      while (true) {
        shell.host().time().sleep(LOOK);
      }
    } catch (LifelineException e) {
      throw Problem.of(e.code(), "the emulator was ended")
          .why(
              state == null
                  ? "Its world is forgotten; with --state DIR it would have been kept."
                  : "Its world is kept in '" + state + "'.")
          .raise(e);
    }
  }

  private EmulatorSettings settings() {
    BlobEndpoint blobs =
        blobEndpoint == null
            ? null
            : new BlobEndpoint(
                Values.read("blob endpoint", blobEndpoint, EmulatorCommand::webAddress),
                BlobAccount.AZURITE);
    return Values.read(
        "emulator's setting",
        Integer.toString(port),
        text -> new EmulatorSettings(port, timeScale, state, blobs, rateLimits));
  }

  private static URI webAddress(String text) {
    URI address = URI.create(text);
    boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
    if (!web || address.getHost() == null) {
      throw new IllegalArgumentException("'" + text + "' is not an http or https address");
    }
    return address;
  }

  private Emulator start(EmulatorSettings settings) {
    try {
      return Emulator.start(
          settings, Surroundings.ofTheMachine(pause -> shell.host().time().sleep(pause)));
    } catch (IOException e) {
      throw Problem.of(
              ProblemCode.EMULATOR_NOT_STARTED, "the emulator cannot start: " + e.getMessage())
          .why(
              "A port is taken, the state folder cannot be used, or the blob endpoint does not answer.")
          .fix("use --port 0 for any free ports, and check --state and --blob-endpoint")
          .raise(e);
    }
  }
}
