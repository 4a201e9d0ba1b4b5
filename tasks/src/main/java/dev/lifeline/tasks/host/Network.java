package dev.lifeline.tasks.host;

import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.model.Proxy;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** The network as the variables that every system shares describe it. */
final class Network {
  private Network() {}

  static NetworkSettings of(Variables variables) {
    return new NetworkSettings(
        variables
            .text("LIFELINE_CA_CERTIFICATE")
            .map(file -> read("LIFELINE_CA_CERTIFICATE", file, Path::of))
            .orElse(null),
        variables
            .text("HTTPS_PROXY")
            .or(() -> variables.text("https_proxy"))
            .map(url -> read("HTTPS_PROXY", url, Proxy::of))
            .orElse(null),
        variables
            .text("NO_PROXY")
            .or(() -> variables.text("no_proxy"))
            .map(hosts -> List.of(hosts.split(",", -1)))
            .orElse(List.of()));
  }

  static <T> T read(String variable, String text, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw Problem.of(
              ProblemCode.VALUE_MALFORMED,
              "the variable " + variable + " is malformed: " + e.getMessage())
          .fix("correct the variable, or remove it")
          .raise(e);
    }
  }
}
