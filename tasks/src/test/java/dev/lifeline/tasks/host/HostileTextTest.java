package dev.lifeline.tasks.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a name or an answer from elsewhere holds, no log takes it for a command. */
class HostileTextTest {
  private static final List<BiConsumer<Log, String>> SAYINGS =
      List.of(
          Log::line,
          Log::detail,
          Log::warning,
          Log::group,
          (log, text) -> log.progress(50, text),
          Log::stage,
          (log, text) ->
              log.problem(Problem.of(ProblemCode.LCS_REFUSED, text).why(text).fix(text)));

  @Property
  void an_agent_hears_our_commands_only(@ForAll("hostile") String text) {
    for (BiConsumer<Log, String> saying : SAYINGS) {
      String log = said(out -> saying.accept(azure(out), text));

      assertThat(AgentsEar.listen(log))
          .allSatisfy(
              heard ->
                  assertThat(heard.event())
                      .isIn(
                          Set.of(
                              "task.debug",
                              "task.logissue",
                              "task.setprogress",
                              "task.logdetail")));
      assertThat(log.lines().filter(line -> line.contains("##vso[")).count()).isLessThan(2);
      assertThat(log.lines().filter(line -> line.startsWith("##[")))
          .allMatch(line -> line.startsWith("##[group]"));
    }
  }

  private static Log azure(PrintStream out) {
    return new AzureLog(new Lines(out), true, () -> new UUID(0, 0));
  }

  @Property
  void a_runner_hears_our_commands_only(@ForAll("hostile") String text) {
    for (BiConsumer<Log, String> saying : SAYINGS) {
      String log = said(out -> saying.accept(new GitHubLog(new Lines(out)), text));

      assertThat(log.lines().filter(line -> line.strip().startsWith("::")))
          .allMatch(line -> line.matches("::(debug|warning|group|error title=LCS_REFUSED)::.*"))
          .hasSizeLessThan(2);
      assertThat(log).doesNotContain("##[");
    }
  }

  @Property
  void a_terminal_is_not_steered(@ForAll("hostile") String text) {
    for (BiConsumer<Log, String> saying : SAYINGS) {
      String log = said(out -> saying.accept(new ShellLog(new Lines(out), true), text));

      assertThat(log.replace("\n", "")).doesNotContainPattern("\\p{Cc}");
    }
  }

  @Provide
  Arbitrary<String> hostile() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "##vso[task.complete result=Succeeded]",
            "##VSO[",
            "##[error]",
            "::set-output name=x::1",
            "::add-mask::",
            "::stop-commands::t",
            "\r",
            "\n",
            "\u001b[2J",
            "\u0085",
            "\u2028",
            "%0A",
            "%0D%0A##vso[",
            "%AZP250A",
            " ",
            "x");
    return pieces.list().ofMaxSize(6).map(list -> String.join("", list));
  }

  private static String said(Consumer<PrintStream> saying) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    saying.accept(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
