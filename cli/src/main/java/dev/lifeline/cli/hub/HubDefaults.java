package dev.lifeline.cli.hub;

import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What the options of the hub's commands are when they are not typed: what a variable says, such as
 * {@code LIFELINE_HUB_PORT}, else what the configuration file says, such as {@code port = 7420}.
 */
public final class HubDefaults implements IDefaultValueProvider {
  static final String CONFIG = "--config";
  private static final String PREFIX = "LIFELINE_HUB_";

  private final List<String> arguments;
  private final Map<String, String> environment;
  private @Nullable Map<String, String> lines;

  /**
   * Reads nothing yet.
   *
   * @param arguments the whole command line
   */
  public HubDefaults(List<String> arguments, Map<String, String> environment) {
    this.arguments = List.copyOf(arguments);
    this.environment = environment;
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || option.inherited() || isTyped(option)) {
      return null;
    }
    String name = option.longestName().substring(2);
    String told = environment.getOrDefault(variable(name), "");
    if (!told.isBlank()) {
      return told;
    }
    boolean isKeyItself = name.equals("key-file") && !blank(environment.get(PREFIX + "KEY"));
    return isKeyItself ? null : lines().get(name);
  }

  /**
   * What the file says; empty when none is named.
   *
   * @throws LifelineException FILE_NOT_FOUND
   */
  Map<String, String> lines() {
    Map<String, String> known = lines;
    if (known == null) {
      known = file().map(HubDefaults::read).orElse(Map.of());
      lines = known;
    }
    return known;
  }

  /** A flag that is typed is on; with a default of its own it would be turned round. */
  private boolean isTyped(OptionSpec option) {
    return arguments.stream()
        .anyMatch(
            word ->
                List.of(option.names()).contains(word)
                    || word.startsWith(option.longestName() + "="));
  }

  private Optional<String> file() {
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      if (word.equals(CONFIG) && i + 1 < arguments.size()) {
        return Optional.of(arguments.get(i + 1));
      }
      if (word.startsWith(CONFIG + "=")) {
        return Optional.of(word.substring(CONFIG.length() + 1));
      }
    }
    return Optional.ofNullable(environment.get(PREFIX + "CONFIG")).filter(file -> !blank(file));
  }

  private static Map<String, String> read(String file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(file, e);
    }
    Map<String, String> lines = new HashMap<>();
    properties.stringPropertyNames().forEach(key -> lines.put(key, properties.getProperty(key)));
    return lines;
  }

  private static LifelineException unreadable(String file, Exception cause) {
    return Problem.of(
            ProblemCode.FILE_NOT_FOUND, "the configuration file '" + file + "' cannot be read")
        .fix("name a file with lines such as port = 7420, with --config or " + PREFIX + "CONFIG")
        .raise(cause);
  }

  private static String variable(String name) {
    return PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
