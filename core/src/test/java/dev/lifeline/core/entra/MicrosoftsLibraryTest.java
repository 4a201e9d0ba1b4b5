package dev.lifeline.core.entra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Lab;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loading Microsoft's library takes a while, so that only federated accounts pay for it. */
class MicrosoftsLibraryTest {
  private static Lab lab;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    lab = new Lab();
  }

  @AfterAll
  static void stop() throws Exception {
    lab.close();
  }

  @Test
  void an_account_of_entra_id_signs_in_without_the_library() throws Exception {
    assertThat(said("deploy", "msal4j")).isEqualTo("signed in");
  }

  @Test
  void a_federated_account_does_not() throws Exception {
    assertThat(said("federated", "msal4j")).contains("NoClassDefFoundError");
  }

  @Test
  void the_library_writes_nothing_of_its_own() throws Exception {
    assertThat(said("federated", "no such jar")).isEqualTo("signed in");
  }

  /** What a program of its own writes that signs in without some of the jars. */
  private String said(String account, String withoutJar) throws Exception {
    String classes =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !entry.contains(withoutJar))
            .collect(Collectors.joining(File.pathSeparator));
    Path said = folder.resolve("said.txt");
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes,
                SignInOnItsOwn.class.getName(),
                lab.authority().toString(),
                lab.apiEndpoint().toString(),
                lab.clientId().toString(),
                lab.username(account),
                lab.emulator.addresses().caCertificate().toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    program.getOutputStream().write(lab.password().reveal().getBytes(UTF_8));
    program.getOutputStream().close();
    boolean ended = program.waitFor(1, TimeUnit.MINUTES);
    program.destroyForcibly();

    assertThat(ended).isTrue();
    return Files.readString(said);
  }
}
