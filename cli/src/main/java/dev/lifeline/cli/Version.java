package dev.lifeline.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the program. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {text()};
  }

  static String text() {
    String built = Version.class.getPackage().getImplementationVersion();
    return "lifeline " + (built == null ? "(not packaged)" : built);
  }
}
