package dev.lifeline.tasks.host;

/**
 * A workflow command of GitHub Actions (Azure Pipelines tasks: other CI systems).
 *
 * @param name such as {@code error}
 * @param title its title, or empty
 * @param message what follows
 */
record WorkflowCommand(String name, String title, String message) {
  static WorkflowCommand of(String name, String message) {
    return new WorkflowCommand(name, "", message);
  }

  String line() {
    String property = title.isEmpty() ? "" : " title=" + inProperty(title);
    return "::" + name + property + "::" + inMessage(message);
  }

  private static String inProperty(String value) {
    return inMessage(value).replace(":", "%3A").replace(",", "%2C");
  }

  private static String inMessage(String value) {
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }
}
