package dev.lifeline.tasks.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AzureCommandTest {
  @Property
  void an_agent_hears_exactly_what_was_said(
      @ForAll("anything") String value, @ForAll("anything") String content) {
    AzureCommand command =
        AzureCommand.of("task.setvariable", content)
            .with("variable", value)
            .with("isoutput", "true");

    assertThat(AgentsEar.listen(command.line(true)))
        .singleElement()
        .satisfies(
            heard -> {
              assertThat(heard.event()).isEqualTo("task.setvariable");
              assertThat(heard.properties().getOrDefault("variable", "")).isEqualTo(value);
              assertThat(heard.properties()).containsEntry("isoutput", "true");
              assertThat(heard.content()).isEqualTo(content);
            });
  }

  @Example
  void characters_are_escaped_as_the_agent_undoes_it() {
    AzureCommand command = AzureCommand.of("task.logissue", "50%;]\r\n").with("code", "a%;]\n");

    assertThat(command.line(true))
        .isEqualTo("##vso[task.logissue code=a%AZP25%3B%5D%0A]50%AZP25;]%0D%0A");
  }

  @Example
  void percent_signs_stay_where_the_agent_does_not_decode_them() {
    assertThat(AzureCommand.of("task.debug", "50%\n").line(false))
        .isEqualTo("##vso[task.debug]50%%0A");
  }

  @Example
  void empty_properties_are_left_out() {
    assertThat(new AzureCommand("task.complete", Map.of("result", ""), "x").line(true))
        .isEqualTo("##vso[task.complete]x");
  }

  @Provide
  Arbitrary<String> anything() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ascii().ofMaxLength(30),
        Arbitraries.strings().withChars("%;]=\r\nAZP2530D#vso[ ä€").ofMaxLength(30));
  }
}
