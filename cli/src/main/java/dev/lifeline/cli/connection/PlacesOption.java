package dev.lifeline.cli.connection;

import dev.lifeline.cli.shell.Values;
import dev.lifeline.core.preflight.Places;
import java.util.Map;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where else to look for a project that is not visible. */
final class PlacesOption {
  private static final String PUBLIC = "public";

  @Option(
      names = "--find-geography",
      paramLabel = "PLACES",
      arity = "0..1",
      preprocessor = OnlyAttached.class,
      description = {
        "When the project is not visible, ask the other endpoints of the public cloud and say where it lives.",
        "National clouds are asked only when named: PLACES is a list of geography ids or API endpoints, with commas."
      })
  private @Nullable String places;

  /** The places, or null when nobody wants to know. */
  @Nullable Places places() {
    if (places == null) {
      return null;
    }
    return places.equals(PUBLIC)
        ? Places.PUBLIC
        : Values.read("list of geographies", places, Places::of);
  }

  /** Takes a value only after an equals sign, or it would take the connection's name for it. */
  static final class OnlyAttached implements IParameterPreprocessor {
    @Override
    public boolean preprocess(
        Stack<String> args, CommandSpec command, ArgSpec option, Map<String, Object> info) {
      boolean attached = "=".equals(info.get("separator"));
      if (!attached) {
        option.setValue(PUBLIC);
      }
      return !attached;
    }
  }
}
