package dev.lifeline.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.cli.RecordingHost;
import dev.lifeline.core.event.Event;
import dev.lifeline.core.testing.ManualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final long MIB = 1024 * 1024;

  private final ManualTime time = new ManualTime(Instant.parse("2026-11-22T10:15:30Z"));
  private final Map<String, String> environment = new HashMap<>();
  private final GlobalOptions options = new GlobalOptions();
  private boolean terminal;

  @Test
  void on_a_terminal_a_live_line_shows_rate_and_remaining_time() {
    terminal = true;

    String drawn = shown(moves(0, 10, 20));

    assertThat(drawn)
        .isEqualTo(
            "\r\u001b[Kfile.zip: 10 % of 100 MiB, 10 MiB/s, 9.0 s left"
                + "\r\u001b[Kfile.zip: 20 % of 100 MiB, 10 MiB/s, 8.0 s left");
  }

  @Test
  void a_live_line_is_erased_before_anything_else_is_written() {
    terminal = true;
    RecordingHost host = host();
    Console console = console(host);
    Progress progress = progress(console, host);

    moves(0, 10).forEach(event -> advanceAndSend(progress, event));
    console.note("something");

    assertThat(host.errSoFar()).endsWith("left\r\u001b[Ksomething\n");
  }

  @Test
  void a_live_line_is_drawn_no_more_than_ten_times_a_second() {
    terminal = true;
    RecordingHost host = host();
    Progress progress = progress(console(host), host);

    for (int i = 1; i <= 99; i++) {
      progress.on(new Event.Moved("file.zip", i * MIB, 100 * MIB));
      time.advance(Duration.ofMillis(10));
    }

    assertThat(host.errSoFar().split("\r", -1)).hasSizeBetween(9, 11);
  }

  @Test
  void elsewhere_there_is_a_plain_line_for_each_tenth() {
    String shown = shown(moves(0, 5, 10, 14, 19, 20, 100));

    assertThat(shown.lines())
        .extracting(line -> line.replaceFirst(",.*", ""))
        .containsExactly(
            "file.zip: 10 % of 100 MiB", "file.zip: 20 % of 100 MiB", "file.zip: 100 % of 100 MiB");
    assertThat(shown).doesNotContain("\r", "\u001b");
  }

  @Test
  void elsewhere_a_slow_transfer_speaks_every_30_seconds() {
    RecordingHost host = host();
    Progress progress = progress(console(host), host);

    for (int second = 1; second <= 90; second++) {
      progress.on(new Event.Moved("file.zip", second * 1024L, 1024 * MIB));
      time.advance(Duration.ofSeconds(1));
    }

    assertThat(host.errSoFar().lines()).hasSize(2);
  }

  @Test
  void no_progress_and_a_ci_system_get_plain_lines_on_a_terminal_too() {
    terminal = true;
    options.noProgress = true;
    assertThat(shown(moves(0, 100))).doesNotContain("\r").contains("100 %");

    options.noProgress = false;
    environment.put("CI", "true");
    assertThat(shown(moves(0, 100))).doesNotContain("\r").contains("100 %");
  }

  @Test
  void quiet_shows_nothing() {
    options.quiet = true;
    assertThat(shown(moves(0, 100))).isEmpty();

    terminal = true;
    assertThat(shown(moves(0, 100))).isEmpty();
  }

  @Test
  void news_that_was_overtaken_is_not_shown() {
    String shown = shown(moves(0, 40, 20, 60));

    assertThat(shown.lines())
        .extracting(line -> line.replaceFirst(",.*", ""))
        .containsExactly("file.zip: 40 % of 100 MiB", "file.zip: 60 % of 100 MiB");
  }

  @Test
  void a_state_is_shown_when_it_changes_and_every_30_seconds() {
    String shown =
        shown(
            List.of(
                new Event.Looked("operation 1", "NotStarted", Duration.ZERO, null),
                new Event.Looked("operation 1", "NotStarted", Duration.ofSeconds(1), null),
                new Event.Looked("operation 1", "InProgress", Duration.ofSeconds(2), null)));

    assertThat(shown.lines())
        .containsExactly(
            "operation 1: NotStarted, after 0.0 s", "operation 1: InProgress, after 2.0 s");
  }

  @Test
  void requests_are_shown_on_demand_only() {
    Event answered =
        new Event.Answered(
            "GET", "https://lcs.example/x?sig=***", 200, Duration.ofMillis(12), "id-1");

    assertThat(shown(List.of(answered))).isEmpty();

    options.verbose = true;
    assertThat(shown(List.of(answered)))
        .isEqualTo("GET https://lcs.example/x?sig=*** -> 200 in 12 ms, request id id-1\n");
  }

  /** Everything that was moved after each second, in MiB of a hundred. */
  private static List<Event> moves(long... mebibytes) {
    return java.util.Arrays.stream(mebibytes)
        .mapToObj(done -> (Event) new Event.Moved("file.zip", done * MIB, 100 * MIB))
        .toList();
  }

  private String shown(List<Event> events) {
    RecordingHost host = host();
    Progress progress = progress(console(host), host);
    events.forEach(event -> advanceAndSend(progress, event));
    return host.errSoFar();
  }

  private void advanceAndSend(Progress progress, Event event) {
    progress.on(event);
    time.advance(Duration.ofSeconds(1));
  }

  private RecordingHost host() {
    RecordingHost host = new RecordingHost(environment, Path.of("nowhere"), time);
    host.canRedraw = terminal;
    return host;
  }

  private Console console(RecordingHost host) {
    return new Console(host, new Settings(options, host));
  }

  private Progress progress(Console console, RecordingHost host) {
    return new Progress(console, new Settings(options, host), time);
  }
}
