package dev.lifeline.cli.app;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.registration.SetupGuide;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code lifeline app guide}. */
@Command(
    name = "guide",
    description = {
      "Print the setup guide: what has to be true in Entra ID and in LCS, and where to click.",
      "With a connection's own values, when there is one; nothing is sent."
    })
public final class AppGuideCommand implements Runnable {
  private final Shell shell;

  public AppGuideCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    Optional<ServiceConnection> connection = shell.describedConnection();
    SetupGuide guide = connection.map(SetupGuide::of).orElseGet(SetupGuide::general);
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("connection", connection.map(ServiceConnection::name).orElse(null));
    json.put("steps", guide.sections().stream().map(AppGuideCommand::json).toList());
    shell.console().result(json, guide.text().lines().toList());
  }

  private static Map<String, Object> json(SetupGuide.Section section) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("step", section.step().id());
    json.put("name", section.step().title());
    json.put("paragraphs", section.paragraphs());
    return json;
  }
}
