package dev.lifeline.tasks.definition;

/** The types of inputs, with their names in task.json. */
public enum InputType {
  /** One line of text. */
  STRING("string"),
  /** {@code true} or {@code false}. */
  BOOLEAN("boolean"),
  /** A whole number. */
  INT("int"),
  /** One of a list of values. */
  PICK_LIST("pickList"),
  /** A path; the agent makes it absolute, and an empty one the repository's folder. */
  FILE_PATH("filePath"),
  /** A service connection of the type for Lifecycle Services. */
  CONNECTION("connectedService:lcsserviceendpoint");

  private final String id;

  InputType(String id) {
    this.id = id;
  }

  /** The name in task.json. */
  public String id() {
    return id;
  }
}
