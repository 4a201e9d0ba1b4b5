package dev.lifeline.checks.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.checks.Checkout;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files with which people run a hub say what the program knows. */
final class HubFilesTest {
  private static final Pattern OPTION = Pattern.compile("(?<=[ \"])--[a-z][a-z-]+");
  private static final Pattern VARIABLE = Pattern.compile("LIFELINE_HUB_[A-Z_]+(?==)");

  private final Checkout checkout = Checkout.find();

  @Test
  void the_units_options_exist() {
    String start =
        read("lifeline-hub.service")
            .lines()
            .filter(line -> line.startsWith("ExecStart="))
            .findFirst()
            .orElseThrow();

    assertThat(OPTION.matcher(start).results().map(MatchResult::group))
        .isNotEmpty()
        .isSubsetOf(options());
  }

  @Test
  void the_containers_variables_are_options() {
    List<String> named =
        VARIABLE
            .matcher(read("Dockerfile"))
            .results()
            .map(
                each ->
                    "--"
                        + each.group()
                            .substring(13)
                            .toLowerCase(java.util.Locale.ROOT)
                            .replace('_', '-'))
            .toList();

    assertThat(named).isNotEmpty().isSubsetOf(options());
  }

  @Test
  void each_line_of_the_options_file_is_an_option() {
    List<String> keys =
        read("hub.properties")
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> "--" + line.replaceFirst(" *=.*", ""))
            .toList();

    assertThat(keys).isNotEmpty().isSubsetOf(options());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dockerfile",
        "lifeline-hub.service",
        "hub.properties",
        "nginx.conf",
        "haproxy.cfg"
      })
  void the_documents_lead_to_each_file(String name) {
    assertThat(Checkout.read(checkout.root().resolve("docs/hub.md")))
        .contains("(hub/" + name + ")");
  }

  private String read(String name) {
    return Checkout.read(checkout.root().resolve("docs/hub").resolve(name));
  }

  private static Set<String> options() {
    Set<String> options = new TreeSet<>();
    Commands.all().stream()
        .filter(each -> Commands.name(each).equals("lifeline hub"))
        .forEach(each -> options.addAll(each.getCommandSpec().optionsMap().keySet()));
    return options;
  }
}
