package dev.lifeline.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.testing.ManualTime;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ConnectionFolderConcurrencyTest {
  private final ManualTime time = new ManualTime(Instant.parse("2026-11-22T10:00:00Z"));
  @TempDir private Path home;

  @Test
  void threads_at_once_lose_nothing() throws Exception {
    int threads = 8;
    var together = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        String prefix = "thread-" + i;
        running.add(pool.submit(() -> createFive(together, prefix)));
      }
      for (Future<?> future : running) {
        future.get();
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(names()).hasSize(threads * 5);
    assertThat(folder().open("thread-3-4").credential().secret()).isEqualTo(Samples.PASSWORD);
  }

  @Test
  void two_processes_at_once_lose_nothing() throws Exception {
    Process one = createInAnotherProcess("one", 50);
    Process two = createInAnotherProcess("two", 50);

    String said = everything(one) + everything(two);

    assertThat(List.of(one.waitFor(), two.waitFor())).as(said).containsExactly(0, 0);
    assertThat(names())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of("one", "two")
                .flatMap(prefix -> IntStream.range(0, 50).mapToObj(i -> prefix + "-" + i))
                .toList());
    assertThat(folder().open("one-0").credential().secret()).isEqualTo(Samples.PASSWORD);
    assertThat(folder().open("two-0").credential().secret()).isEqualTo(Samples.PASSWORD);
  }

  @Test
  void a_process_that_is_killed_leaves_all_that_it_had_created() throws Exception {
    Process process = createInAnotherProcess("killed", 100_000);
    BufferedReader said = reader(process);
    String line = said.readLine();
    while (line != null && !line.equals("created 5")) {
      line = said.readLine();
    }

    process.destroyForcibly().waitFor();
    folder().create(Samples.connection("afterwards"), Samples.CREDENTIAL, null);

    assertThat(names()).contains("killed-0", "killed-5", "afterwards");
    for (SavedConnection saved : folder().list()) {
      assertThat(folder().open(saved.connection().name()).credential().secret())
          .isEqualTo(Samples.PASSWORD);
    }
  }

  private Void createFive(CyclicBarrier together, String prefix) throws Exception {
    together.await();
    for (int i = 0; i < 5; i++) {
      folder().create(Samples.connection(prefix + "-" + i), Samples.CREDENTIAL, null);
    }
    return null;
  }

  private Process createInAnotherProcess(String prefix, int count) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            CreateManyConnections.class.getName(),
            home.toString(),
            prefix,
            Integer.toString(count))
        .redirectErrorStream(true)
        .start();
  }

  private List<String> names() {
    return folder().list().stream().map(saved -> saved.connection().name()).toList();
  }

  private ConnectionFolder folder() {
    return new ConnectionFolder(home, time);
  }

  private static String everything(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }
}
