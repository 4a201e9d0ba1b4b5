package dev.lifeline.cli.pipeline;

import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables of a run on this machine and the three ways to use them (Azure Pipelines tasks: the
 * three expansions). Of the languages between {@code ${{ }}} and {@code $[ ]} it understands the
 * names of variables, parameters and outputs; the rest is refused, not guessed.
 */
final class LocalVariables {
  private static final int DEPTH = 50;
  private static final Pattern MACRO = Pattern.compile("\\$\\(([^()$]+)\\)");
  private static final Pattern COMPILED = Pattern.compile("\\$\\{\\{(.*?)}}");
  private static final Pattern AT_RUN = Pattern.compile("\\$\\[(.*)]");
  private static final Pattern NAME =
      Pattern.compile("(?:variables|parameters)(?:\\.([\\w.]+)|\\['([^']+)'])");
  private static final Pattern OUTPUT =
      Pattern.compile(
          "(?:dependencies|stageDependencies\\.[\\w-]+)\\.([\\w-]+)\\.outputs\\['([^']+)']");

  private final Map<String, String> values = new HashMap<>();
  private final Map<String, String> environment;

  /**
   * @param environment where a name is looked up that no variable has
   */
  LocalVariables(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Variables that a job has besides these. */
  LocalVariables copy() {
    LocalVariables copy = new LocalVariables(environment);
    copy.values.putAll(values);
    return copy;
  }

  void set(String name, String value) {
    values.put(key(name), value);
  }

  /** The output of a step, as later steps and later jobs name it. */
  void output(String job, String step, String name, String value) {
    set(step + "." + name, value);
    set(outputKey(job, step + "." + name), value);
  }

  /**
   * Takes a {@code variables} or {@code parameters} part of a file; what is there already stays.
   */
  void declare(Yaml part, Set<String> fixed) {
    if (part instanceof Yaml.Fields fields) {
      fields.all().forEach(field -> declare(field.key(), field.text().orElse(""), fixed));
    } else if (part instanceof Yaml.Items items) {
      for (Yaml item : items.values()) {
        if (item instanceof Yaml.Fields fields) {
          String value = fields.text("value").or(() -> fields.text("default")).orElse("");
          fields.text("name").ifPresent(name -> declare(name, value, fixed));
        }
      }
    }
  }

  private void declare(String name, String value, Set<String> fixed) {
    if (!fixed.contains(key(name))) {
      set(name, atRun(compiled(value)));
    }
  }

  /** A text with every variable in it; a macro that nobody knows stays. */
  String expanded(String text) {
    return macros(compiled(text), new HashSet<>(), 0);
  }

  /** The form in which names are compared. */
  static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private String macros(String text, Set<String> inside, int depth) {
    return replace(
        MACRO,
        text,
        found -> {
          String name = key(found.group(1));
          String value = values.get(name);
          if (value == null) {
            String variable = name.replace('.', '_').replace(' ', '_').toUpperCase(Locale.ROOT);
            return environment.getOrDefault(variable, found.group());
          }
          if (depth >= DEPTH || !inside.add(name)) {
            return found.group();
          }
          String whole = macros(value, inside, depth + 1);
          inside.remove(name);
          return whole;
        });
  }

  private String compiled(String text) {
    return replace(COMPILED, text, found -> value(found.group(1).strip(), found.group()));
  }

  private String atRun(String text) {
    Matcher whole = AT_RUN.matcher(text.strip());
    return whole.matches() ? value(whole.group(1).strip(), text) : text;
  }

  private String value(String expression, String written) {
    Matcher name = NAME.matcher(expression);
    if (name.matches()) {
      String wanted = name.group(1) == null ? name.group(2) : name.group(1);
      return values.getOrDefault(key(wanted), "");
    }
    Matcher output = OUTPUT.matcher(expression);
    if (output.matches()) {
      return values.getOrDefault(key(outputKey(output.group(1), output.group(2))), "");
    }
    throw Problem.of(
            ProblemCode.PIPELINE_UNFIT,
            "a run on this machine does not understand the expression '" + written + "'")
        .why("It knows the names of variables, parameters and outputs, and nothing else.")
        .fix("give the value instead: --variable NAME=VALUE, and use the variable in the file")
        .raise();
  }

  /** Out of a deployment job an output has the job's name before that of the step. */
  private static String outputKey(String job, String output) {
    String bare = output.startsWith(job + ".") ? output.substring(job.length() + 1) : output;
    return "output of " + job + ": " + bare;
  }

  private static String replace(Pattern pattern, String text, Function<MatchResult, String> by) {
    return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(by.apply(found)));
  }
}
