package dev.lifeline.tasks.snippet;

import dev.lifeline.tasks.definition.Input;
import dev.lifeline.tasks.definition.InputType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How a step is written for a system. What stands in it is quoted as that system reads it. */
public enum Snippet {
  /** YAML; the task is the extension's. */
  AZURE_PIPELINES {
    @Override
    public String of(FilledStep step) {
      StringBuilder yaml = new StringBuilder("steps:\n");
      yaml.append("  - task: ").append(step.task().reference()).append('\n');
      mapping(yaml, "inputs", yamlInputs(step));
      Map<String, String> variables = yamlVariables(step);
      variables.put(TOKEN, "$(hubToken)");
      mapping(yaml, "env", variables);
      return yaml.toString();
    }
  },
  /** YAML; the action is one of those that a repository holds. */
  GITHUB_ACTIONS {
    @Override
    public String of(FilledStep step) {
      StringBuilder yaml = new StringBuilder("steps:\n");
      yaml.append("  - uses: ./.github/actions/lifeline/").append(step.task().slug()).append('\n');
      mapping(yaml, "with", yamlInputs(step));
      Map<String, String> variables = yamlVariables(step);
      variables.put(TOKEN, "${{ secrets." + TOKEN + " }}");
      mapping(yaml, "env", variables);
      return yaml.toString();
    }
  },
  /** For the shells of POSIX; the token is in the environment already. */
  SHELL {
    @Override
    public String of(FilledStep step) {
      StringBuilder lines = new StringBuilder();
      variables(step)
          .forEach(
              (name, value) ->
                  lines
                      .append("export ")
                      .append(name)
                      .append('=')
                      .append(ShellWord.of(value))
                      .append('\n'));
      lines.append("lifeline task ").append(step.task().id());
      step.written()
          .forEach(
              (input, value) ->
                  lines.append(" \\\n  ").append(ShellWord.of(input.name() + "=" + value)));
      return lines.append('\n').toString();
    }
  };

  private static final String TOKEN = "LIFELINE_HUB_TOKEN";

  /** The step, whole lines. */
  public abstract String of(FilledStep step);

  private static Map<String, String> variables(FilledStep step) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("LIFELINE_HUB", step.source().hub().toString());
    Optional.ofNullable(step.source().connection())
        .ifPresent(name -> variables.put("LIFELINE_CONNECTION", name));
    return variables;
  }

  private static Map<String, String> yamlVariables(FilledStep step) {
    Map<String, String> variables = variables(step);
    variables.replaceAll((name, value) -> YamlScalar.of(value));
    return variables;
  }

  private static Map<String, String> yamlInputs(FilledStep step) {
    Map<String, String> inputs = new LinkedHashMap<>();
    step.written().forEach((input, value) -> inputs.put(input.name(), scalar(input, value)));
    return inputs;
  }

  private static String scalar(Input input, String value) {
    boolean isFlag =
        input.type() == InputType.BOOLEAN && (value.equals("true") || value.equals("false"));
    return isFlag ? value : YamlScalar.of(value);
  }

  private static void mapping(StringBuilder yaml, String key, Map<String, String> values) {
    if (!values.isEmpty()) {
      yaml.append("    ").append(key).append(":\n");
    }
    values.forEach(
        (name, value) ->
            yaml.append("      ").append(name).append(": ").append(value).append('\n'));
  }
}
