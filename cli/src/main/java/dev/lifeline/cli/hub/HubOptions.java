package dev.lifeline.cli.hub;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.cli.shell.Values;
import dev.lifeline.core.model.Secret;
import dev.lifeline.hub.HubHome;
import dev.lifeline.hub.secret.LocalMasterKey;
import dev.lifeline.hub.secret.MasterKey;
import dev.lifeline.hub.store.DatabaseAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

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
