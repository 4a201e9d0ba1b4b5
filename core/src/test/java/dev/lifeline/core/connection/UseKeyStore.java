package dev.lifeline.core.connection;

import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.time.SystemTime;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A process of its own, in a session of its own: folder, then what to do, word by word. Says what
 * came of each word, a line each.
 */
final class UseKeyStore {
  private static final String NAME = "contoso";

  private UseKeyStore() {}

  public static void main(String[] arguments) {
    var keyStore = new OsKeyStore(System.getProperty("os.name"), System.getenv());
    var folder = new ConnectionFolder(Path.of(arguments[0]), new SystemTime(), keyStore);
    for (int i = 1; i < arguments.length; i++) {
      System.out.println(arguments[i] + ": " + outcome(folder, keyStore, arguments[i]));
    }
    // as the command ends: no thread of the key store's may keep the process
  }

  private static String outcome(ConnectionFolder folder, KeyHolder keyStore, String word) {
    try {
      return switch (word) {
        case "reach" -> keyStore.isReachable() ? "yes" : "no";
        case "create" -> create(folder, null);
        case "create-in-key-store" -> create(folder, SecretStorage.KEY_STORE);
        case "open" -> folder.open(NAME).credential().secret().reveal();
        case "move-to-file" -> move(folder, SecretStorage.FILE);
        case "move-to-key-store" -> move(folder, SecretStorage.KEY_STORE);
        case "delete" -> delete(folder);
        default -> throw new IllegalArgumentException(word);
      };
    } catch (LifelineException e) {
      return e.code().name().toLowerCase(Locale.ROOT);
    }
  }

  private static String create(ConnectionFolder folder, @Nullable SecretStorage storage) {
    Credential credential = new Credential.Password(Secret.of("canary-é漢😀"));
    return folder.create(Samples.connection(NAME), credential, storage).storage().id();
  }

  private static String move(ConnectionFolder folder, SecretStorage to) {
    folder.move(NAME, to);
    return folder.get(NAME).storage().id();
  }

  private static String delete(ConnectionFolder folder) {
    folder.delete(NAME);
    return "done";
  }
}
