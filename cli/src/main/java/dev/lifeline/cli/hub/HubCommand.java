package dev.lifeline.cli.hub;

import dev.lifeline.cli.shell.ReadyFile;
import dev.lifeline.cli.shell.Shell;
import dev.lifeline.cli.shell.Values;
import dev.lifeline.core.Surroundings;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.json.Json;
import dev.lifeline.core.model.HostName;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.hub.Hub;
import dev.lifeline.hub.HubSettings;
import dev.lifeline.hub.engine.EngineSettings;
import dev.lifeline.hub.log.HubLog;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lifeline hub}. */
@Command(
    name = "hub",
    description = {
      "Start the server that holds service connections for a team, until Ctrl-C.",
      "Clients of Azure DevOps' service endpoints work with it."
    },
    subcommands = {HubBackupCommand.class, HubRestoreCommand.class, HubRotateKeyCommand.class})
public final class HubCommand implements Runnable {
  private static final Duration LOOK = Duration.ofHours(1);

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "7420",
      description = "Where to listen; default: 7420; 0: any free port.")
  private int port;

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "The address to listen on; default: 127.0.0.1, this machine only.")
  private String listen = "";

  @Option(
      names = "--behind-tls-proxy",
      description =
          "Allow --listen on other addresses than this machine's own: what is before the hub"
              + " encrypts, and its X-Forwarded-For and X-Forwarded-Proto are believed.")
  private boolean behindTlsProxy;

  @Mixin private TlsOptions tls;

  @Option(
      names = "--password-age-days",
      paramLabel = "N",
      defaultValue = "80",
      description = "From when on a password is old and reminded of; default: 80.")
  private int passwordAgeDays;

  @Option(
      names = "--ready-file",
      paramLabel = "FILE",
      description = "Write the addresses as JSON once requests are answered.")
  private @Nullable Path readyFile;

  @Option(
      names = "--allow-private-addresses",
      description =
          "Let connections lead to this machine and to private networks, as an emulator's do.")
  private boolean allowPrivateAddresses;

  @Option(
      names = "--poll-interval",
      paramLabel = "DURATION",
      description =
          "How often to look at an operation of a run; default: 1m to 5m, as it suits the kind of operation.")
  private @Nullable String pollInterval;

  @Option(names = "--json-logs", description = "Log a JSON object a line.")
  private boolean jsonLogs;

  @Mixin private final HubOptions options = new HubOptions();
  @Mixin private final SignInOptions signIn = new SignInOptions();

  private final Shell shell;

  public HubCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    options.check();
    refuseOpenPlainText();
    HubSettings settings =
        Values.read(
                "port",
                Integer.toString(port),
                text ->
                    new HubSettings(
                            listen,
                            port,
                            options.database(shell),
                            options.masterKey(shell),
                            shell.settings().network(),
                            allowPrivateAddresses)
                        .with(Duration.ofDays(passwordAgeDays), tls.files(shell)))
            .behind(behindTlsProxy)
            .with(signIn.settings(shell));
    Surroundings surroundings =
        new Surroundings(
            shell.host().time(), shell.host().random(), shell.host().ids(), Listener.NONE);
    EngineSettings engine =
        EngineSettings.DEFAULTS.withInterval(
            pollInterval == null ? null : Values.duration("poll interval", pollInterval));
    HubLog.writeTo(shell.host().err(), jsonLogs);
    try (Hub hub = Hub.start(settings, surroundings, engine)) {
      Map<String, Object> addresses = addresses(hub);
      if (readyFile != null) {
        ReadyFile.write(readyFile, Json.writeIndented(addresses));
      }
      shell.console().result(addresses, lines(hub));
      stay();
    }
  }

  /** Tokens and passwords travel on it. */
  private void refuseOpenPlainText() {
    if (!new HostName(listen).isLoopback() && !behindTlsProxy && !tls.areGiven()) {
      throw Problem.of(
              ProblemCode.USAGE_WRONG, "'" + listen + "' is not an address of this machine's own")
          .why(
              "The hub speaks plain HTTP, and passwords and tokens would cross the network openly.")
          .fix("give it a certificate with --tls-certificate and --tls-key")
          .fix("or put a proxy that ends TLS before it, and say so with --behind-tls-proxy")
          .raise();
    }
  }

  private static Map<String, Object> addresses(Hub hub) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("url", hub.url().toString());
    json.put("administratorUrl", hub.administratorUrl().map(URI::toString).orElse(null));
    return json;
  }

  private static List<String> lines(Hub hub) {
    List<String> lines = new ArrayList<>();
    lines.add("The hub is ready: " + hub.url());
    hub.administratorUrl()
        .ifPresent(
            link -> {
              lines.add(
                  "It has no administrator yet. Whoever opens this link can become it, once:");
              lines.add("  " + link);
            });
    lines.add("Ctrl-C ends it.");
    return lines;
  }

  private void stay() {
    try {
      while (true) {
        shell.host().time().sleep(LOOK);
      }
    } catch (LifelineException e) {
      throw Problem.of(e.code(), "the hub was ended")
          .why("Requests that were under way have been answered; everything is in its database.")
          .raise(e);
    }
  }
}
