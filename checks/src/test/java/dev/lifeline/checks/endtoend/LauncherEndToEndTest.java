package dev.lifeline.checks.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.checks.endtoend.Unpacked.Run;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher: how it finds Java, and the archive that makes later starts faster. */
final class LauncherEndToEndTest {
  @TempDir Path folder;

  private Unpacked program;

  @BeforeEach
  void unpack() throws Exception {
    program = Unpacked.into(folder);
  }

  @Test
  void without_java_it_says_what_to_install() throws Exception {
    Run run = program.run(Map.of("PATH", program.tools().toString()), "--version");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("error: Lifeline needs Java 17 or later, and found none")
        .contains("fix:  install a JDK or JRE");
  }

  @Test
  void a_java_home_without_java_is_named() throws Exception {
    Map<String, String> variables =
        Map.of("PATH", program.tools().toString(), "JAVA_HOME", "/nowhere/jdk");

    Run run = program.run(variables, "--version");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("JAVA_HOME is /nowhere/jdk");
  }

  @Test
  void an_old_java_is_named_with_its_version() throws Exception {
    Path old = Tools.fakeJava(folder.resolve("jdk11"), "11.0.13");

    Run run = program.run(path(old.getParent()), "--version");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("error: Lifeline needs Java 17 or later; " + old + " is Java 11.0.13");
  }

  @Test
  void java_8_counts_as_old() throws Exception {
    Path old = Tools.fakeJava(folder.resolve("jdk8"), "1.8.0_392");

    Run run = program.run(path(old.getParent()), "--version");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("is Java 1.8.0_392");
  }

  @Test
  void a_newer_java_of_the_build_agent_is_taken_when_the_usual_one_is_old() throws Exception {
    Path old = Tools.fakeJava(folder.resolve("jdk11"), "11.0.13");
    Tools.fakeJava(folder.resolve("jdk21"), "21.0.1");
    Map<String, String> variables =
        Map.of(
            "PATH", program.tools().toString(),
            "JAVA_HOME", old.getParent().getParent().toString(),
            "JAVA_HOME_21_X64", folder.resolve("jdk21").toString());

    Run run = program.run(variables, "asset", "list");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("fake ").endsWith("dev.lifeline.cli.Main asset list\n");
  }

  @Test
  void java_home_goes_before_the_path() throws Exception {
    Tools.fakeJava(folder.resolve("jdk21"), "21.0.1");

    Run run = program.run(Map.of("JAVA_HOME", folder.resolve("jdk21").toString()), "x");

    assertThat(run.out()).startsWith("fake ");
  }

  @Test
  void arguments_arrive_as_they_are() throws Exception {
    Path java =
        Tools.script(
            folder.resolve("jdk/bin/java"),
            """
            #!/bin/sh
            if [ "$1" = -version ]; then echo 'openjdk version "17"' >&2; exit; fi
            while [ "$1" != dev.lifeline.cli.Main ]; do shift; done
            shift
            for each; do printf '<%s>\\n' "$each"; done
            """);

    Run run = program.run(path(java.getParent()), "a b", "", "*", "$HOME", "'", "\\n");

    assertThat(run.out()).isEqualTo("<a b>\n<>\n<*>\n<$HOME>\n<'>\n<\\n>\n");
  }

  @Test
  void the_second_start_uses_the_archive_that_the_first_one_made() throws Exception {
    Path java = Tools.fakeJava(folder.resolve("jdk21"), "21.0.1");

    Run first = program.run(cachingWith(java), "x");
    program.awaitArchives(1);
    Run second = program.run(cachingWith(java), "x");

    assertThat(first.out()).doesNotContain("SharedArchiveFile");
    assertThat(second.out())
        .contains("-XX:SharedArchiveFile=" + program.cache().resolve(program.archives().get(0)));
  }

  @Test
  void another_java_gets_an_archive_of_its_own() throws Exception {
    Path java = Tools.fakeJava(folder.resolve("jdk21"), "21.0.1");
    Path other = Tools.fakeJava(folder.resolve("jdk25"), "25");
    program.run(cachingWith(java), "x");
    program.awaitArchives(1);

    Run run = program.run(cachingWith(other), "x");
    program.awaitArchives(2);

    assertThat(run.out()).doesNotContain("SharedArchiveFile");
  }

  /** When this fails, run cli/list-classes. */
  @Test
  void the_archive_holds_every_command_and_no_class_that_is_gone() throws Exception {
    Set<String> ours = new TreeSet<>();
    try (DirectoryStream<Path> jars =
        Files.newDirectoryStream(program.folder().resolve("lib"), "lifeline-*.jar")) {
      for (Path jar : jars) {
        try (JarFile file = new JarFile(jar.toFile())) {
          file.stream().map(JarEntry::getName).forEach(ours::add);
        }
      }
    }
    Set<String> listed =
        Files.readAllLines(program.folder().resolve("lib/classes.lst")).stream()
            .filter(line -> line.startsWith("dev/lifeline/"))
            .map(line -> line + ".class")
            .collect(toCollection(TreeSet::new));

    assertThat(ours).containsAll(listed);
    assertThat(listed)
        .containsAll(
            ours.stream().filter(it -> it.matches(".*/cli/\\w+/\\w+Command.class")).toList());
  }

  @Test
  void the_emulator_which_encrypts_much_gets_the_large_compiler() throws Exception {
    Path java = Tools.fakeJava(folder.resolve("jdk21"), "21.0.1");

    Run emulator = program.run(path(java.getParent()), "emulator");
    Run list = program.run(path(java.getParent()), "asset", "list");

    assertThat(emulator.out()).doesNotContain("TieredStopAtLevel");
    assertThat(list.out()).contains("-XX:TieredStopAtLevel=1");
  }

  @ParameterizedTest
  @CsvSource({
    "Linux x86_64, true",
    "Linux aarch64, true",
    "Darwin arm64, true",
    "Linux riscv64, false",
    "FreeBSD amd64, false"
  })
  void transfers_get_a_small_heap_and_the_small_compiler_where_encryption_is_native(
      String machine, boolean small) throws Exception {
    Path java = Tools.fakeJava(folder.resolve("jdk21"), "21.0.1");
    Tools.script(java.resolveSibling("uname"), "#!/bin/sh\necho " + machine + "\n");

    Run upload = program.run(path(java.getParent()), "asset", "upload", "x.zip");

    assertThat(upload.out()).contains("-Xmn5m");
    assertThat(upload.out().contains("TieredStopAtLevel=1")).isEqualTo(small);
  }

  @Test
  void two_first_starts_at_once_make_one_archive() throws Exception {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");

    Process first = program.start(program.caching(), out, err, "--version");
    Run second = program.run(program.caching(), "--version");
    program.awaitArchives(1);

    assertThat(first.waitFor()).isZero();
    assertThat(second.exitCode()).isZero();
    assertThat(program.archives()).singleElement().asString().endsWith(".jsa");
  }

  @Test
  void a_cache_that_cannot_be_written_costs_speed_and_nothing_else() throws Exception {
    Files.writeString(folder.resolve("home/.cache"), "a file where the folder would be");

    Run run = program.run(program.caching(), "--version");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("lifeline ");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void a_damaged_archive_is_passed_over() throws Exception {
    program.run(program.caching(), "--version");
    program.awaitArchives(1);
    Path archive = program.cache().resolve(program.archives().get(0));
    Files.delete(archive);
    Files.writeString(archive, "not an archive");

    Run run = program.run(program.caching(), "--version");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("lifeline ").hasLineCount(1);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void it_starts_through_a_symbolic_link() throws Exception {
    Path link = folder.resolve("linked");
    Files.createSymbolicLink(link, program.folder().resolve("bin/lifeline"));

    ProcessBuilder builder = new ProcessBuilder(link.toString(), "--version");
    builder.environment().put("XDG_CACHE_HOME", "/dev/null/cache");

    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();

    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).startsWith("lifeline ");
  }

  private Map<String, String> path(Path java) {
    return Map.of("PATH", java + ":" + program.tools());
  }

  private Map<String, String> cachingWith(Path java) {
    Map<String, String> variables = new HashMap<>(path(java.getParent()));
    variables.putAll(program.caching());
    return variables;
  }
}
