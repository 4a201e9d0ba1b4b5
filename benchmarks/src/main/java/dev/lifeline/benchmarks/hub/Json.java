package dev.lifeline.benchmarks.hub;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds values in JSON whose form is known. */
final class Json {
  private Json() {}

  /** The first text or number of that name. */
  static String value(String json, String name) {
    String text = "\"" + name + "\"\\s*:\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(-?\\d+))";
    Matcher found = Pattern.compile(text).matcher(json);
    if (!found.find()) {
      throw new IllegalStateException("there is no " + name + " in " + json);
    }
    String string = found.group(1);
    return string == null ? found.group(2) : string.replaceAll("\\\\(.)", "$1");
  }

  /** How often a text occurs. */
  static int count(String json, String text) {
    return (int) Pattern.compile(text, Pattern.LITERAL).matcher(json).results().count();
  }
}
