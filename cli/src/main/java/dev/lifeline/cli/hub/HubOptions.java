package dev.lifeline.cli.hub;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.cli.shell.Values;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.hub.HubHome;
import dev.lifeline.hub.secret.LocalMasterKey;
import dev.lifeline.hub.secret.MasterKey;
import dev.lifeline.hub.store.DatabaseAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which database a hub works on, and under which master key. */
public final class HubOptions {
  private static final String URL = "LIFELINE_HUB_DATABASE_URL";
  private static final String KEY = "LIFELINE_HUB_KEY";

  @Option(
      names = "--database-url",
      paramLabel = "URL",
      description =
          "A PostgreSQL database, jdbc:postgresql://host/name; default: LIFELINE_HUB_DATABASE_URL, else a file in the hub's home.")
  private @Nullable String databaseUrl;

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description =
          "The master key, made where it is missing; default: LIFELINE_HUB_KEY, else hub.key in the hub's home.")
  private @Nullable Path keyFile;

  @Option(
      names = HubDefaults.CONFIG,
      paramLabel = "FILE",
      description =
          "A file with a line for each option, such as port = 7420; typed options and LIFELINE_HUB_ variables go before it.")
  private @Nullable Path config;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  /**
   * Refuses a configuration file that cannot be read, or says what no command of the hub knows.
   *
   * @throws dev.lifeline.core.problem.LifelineException FILE_NOT_FOUND, USAGE_WRONG
   */
  void check() {
    CommandSpec mixee = Objects.requireNonNull(command);
    if (!(mixee.defaultValueProvider() instanceof HubDefaults defaults)) {
      return;
    }
    CommandSpec hub = mixee.name().equals("hub") ? mixee : mixee.parent();
    Set<String> known = new TreeSet<>(names(hub));
    hub.subcommands().values().forEach(each -> known.addAll(names(each.getCommandSpec())));
    known.remove(HubDefaults.CONFIG.substring(2));
    for (String key : defaults.lines().keySet()) {
      if (!known.contains(key)) {
        throw Problem.of(ProblemCode.USAGE_WRONG, "no option of the hub is called '" + key + "'")
            .why(
                "It stands in the configuration file"
                    + (config == null ? "." : " '" + config + "'."))
            .fix("use one of " + String.join(", ", known))
            .raise();
      }
    }
  }

  private static List<String> names(CommandSpec command) {
    return command.options().stream()
        .filter(option -> !option.inherited())
        .map(option -> option.longestName().substring(2))
        .toList();
  }

  DatabaseAddress database(Shell shell) {
    String url =
        databaseUrl == null ? shell.host().environment().getOrDefault(URL, "") : databaseUrl;
    return url.isEmpty()
        ? home(shell).database()
        : Values.read("database address", url, DatabaseAddress::new);
  }

  MasterKey masterKey(Shell shell) {
    String text = shell.host().environment().getOrDefault(KEY, "");
    if (keyFile != null) {
      return LocalMasterKey.inFile(keyFile, shell.host().random());
    }
    return text.isEmpty()
        ? home(shell).masterKey(shell.host().random())
        : LocalMasterKey.of(Secret.of(text), KEY);
  }

  private static HubHome home(Shell shell) {
    return new HubHome(shell.settings().home().resolve("hub"));
  }
}
