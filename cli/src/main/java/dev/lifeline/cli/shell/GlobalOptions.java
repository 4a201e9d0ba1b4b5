package dev.lifeline.cli.shell;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command has (cli.md: common to every command), as they were typed. */
public final class GlobalOptions {
  @Option(
      names = {"-c", "--connection"},
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description =
          "The service connection to use; default: the one chosen with 'connection use', or the only one.")
  @Nullable String connection;

  @Option(
      names = "--hub",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description =
          "Use a service connection of this hub, with the access token in LIFELINE_HUB_TOKEN.")
  @Nullable String hub;

  @Option(
      names = {"-p", "--project-id"},
      paramLabel = "ID",
      scope = ScopeType.INHERIT,
      description = "The LCS project; default: the connection's own default project.")
  @Nullable String projectId;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "text|json",
      scope = ScopeType.INHERIT,
      description = "Text for people (default), or one JSON document on standard output.")
  @Nullable String output;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "Less on standard error: errors only.")
  boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description =
          "More on standard error: each request, its status, duration and id; never a secret.")
  boolean verbose;

  @Option(
      names = "--no-progress",
      scope = ScopeType.INHERIT,
      description = "No live progress line.")
  boolean noProgress;

  @Option(names = "--no-color", scope = ScopeType.INHERIT, description = "No colors.")
  boolean noColor;

  @Option(
      names = "--ca-certificate",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "Extra PEM authorities to trust: a company's TLS proxy, the emulator.")
  @Nullable String caCertificate;

  @Option(
      names = "--proxy",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description = "HTTP proxy, with basic credentials in the URL; default: HTTPS_PROXY.")
  @Nullable String proxy;

  @Option(
      names = "--home",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Where connections live; default: the platform's configuration folder.")
  @Nullable String home;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  boolean version;

  /** Finds out which output was asked for on a command line that could not be parsed. */
  public void readOutputFrom(String[] args) {
    for (int i = 0; i < args.length; i++) {
      boolean next = args[i].equals("-o") || args[i].equals("--output");
      String value = next && i + 1 < args.length ? args[i + 1] : args[i];
      if (value.matches("(?i)((-o|--output)=?)?json") && (next || value.startsWith("-"))) {
        output = "json";
      }
    }
  }
}
