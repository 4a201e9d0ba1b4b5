package dev.lifeline.cli.connection;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.cli.shell.Table;
import dev.lifeline.core.connection.SavedConnection;
import dev.lifeline.core.text.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lifeline connection list}. */
@Command(name = "list", description = "List the stored connections; never shows a password.")
public final class ConnectionListCommand implements Runnable {
  @Mixin private MaxAgeOption maxAge;

  private final Shell shell;

  public ConnectionListCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    Duration limit = maxAge.limit();
    Instant now = shell.host().time().instant();
    List<SavedConnection> saved = shell.connections().list();
    Table table = new Table("", "NAME", "USERNAME", "LCS", "SIGN-IN", "CHANGED", "AGE");
    List<Map<String, @Nullable Object>> json = new ArrayList<>();
    for (SavedConnection one : saved) {
      ConnectionView view = new ConnectionView(one, now);
      Map<String, @Nullable Object> row = view.json();
      if (limit != null) {
        row.put("passwordTooOld", maxAge.isExceededBy(one.age(now)));
      }
      json.add(row);
      table.row(
          one.chosen() ? "*" : "",
          one.connection().name(),
          one.connection().username(),
          view.place(),
          view.signIn(),
          ConnectionView.date(one.credentialChanged()),
          Figures.age(one.age(now)));
    }
    shell.console().result(json, saved.isEmpty() ? List.of(howToBegin()) : table.lines());
    saved.stream()
        .filter(one -> maxAge.isExceededBy(one.age(now)))
        .forEach(one -> shell.console().warn(maxAge.warning(one, one.age(now))));
  }

  private static String howToBegin() {
    return "no service connection yet; make one with: lifeline connection create NAME";
  }
}
