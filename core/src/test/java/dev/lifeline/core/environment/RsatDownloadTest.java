package dev.lifeline.core.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Lab;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.Problems;
import dev.lifeline.core.model.Environment;
import dev.lifeline.core.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RsatDownloadTest {
  @TempDir private Path folder;
  private Lab lab;
  private Lifeline lifeline;
  private Environment test;

  @BeforeEach
  void start() throws Exception {
    lab = new Lab();
    lifeline = lab.lifeline();
    test = lifeline.environments().one(Lab.PROJECT, "contoso-test");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void zip_and_password_are_for_their_owner_alone() throws IOException {
    RsatDownload.Fetched fetched = fetch(true, false);

    assertThat(fetched.zip().getFileName().toString())
        .startsWith("RSATCertificate_contoso-test_")
        .endsWith(".zip");
    assertThat(Files.readString(fetched.passwordFile())).isEqualTo(fetched.password().reveal());
    for (Path file : files()) {
      assertThat(Files.getPosixFilePermissions(file))
          .containsExactlyInAnyOrderElementsOf(PosixFilePermissions.fromString("rw-------"));
    }
    assertThat(files()).containsExactlyInAnyOrder(fetched.zip(), fetched.passwordFile());
    assertThat(fetched.toString()).doesNotContain(fetched.password().reveal());
  }

  @Test
  void a_password_in_the_hands_of_the_caller_is_in_no_file() throws IOException {
    RsatDownload.Fetched fetched = fetch(false, false);

    assertThat(fetched.passwordFile()).isNull();
    assertThat(files()).containsExactly(fetched.zip());
  }

  @ParameterizedTest
  @CsvSource({
    "../../evil.zip, evil.zip",
    "'a:b|c.zip', a_b_c.zip",
    "..\\\\..\\\\x.zip, x.zip",
    "'', rsat-certificate.zip"
  })
  void a_file_name_from_lcs_never_leaves_the_chosen_folder(String name, String here) {
    answerNamed(name);

    assertThat(fetch(true, false).zip()).isEqualTo(folder.resolve(here));
  }

  @Test
  void files_that_are_there_stay() throws IOException {
    answerNamed("a.zip");
    Files.writeString(folder.resolve("a.zip.password.txt"), "old");

    assertThat(Problems.of(() -> fetch(true, false)).code()).isEqualTo(ProblemCode.TARGET_EXISTS);
    assertThat(files()).containsExactly(folder.resolve("a.zip.password.txt"));
  }

  @Test
  void files_that_are_there_are_replaced_when_that_is_wanted() throws IOException {
    answerNamed("a.zip");
    Files.writeString(folder.resolve("a.zip"), "old");

    RsatDownload.Fetched fetched = fetch(true, true);

    assertThat(Files.readString(fetched.zip())).isEqualTo("PK");
    assertThat(Files.getPosixFilePermissions(fetched.zip())).hasSize(2);
  }

  @Test
  void a_folder_that_cannot_be_written_is_told() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThat(
            Problems.of(
                    () ->
                        lifeline
                            .rsatDownload()
                            .run(
                                Lab.PROJECT,
                                test,
                                new RsatDownload.Order(file.resolve("in"), false, true)))
                .code())
        .isEqualTo(ProblemCode.TARGET_NOT_WRITABLE);
  }

  private RsatDownload.Fetched fetch(boolean passwordToFile, boolean overwrite) {
    return lifeline
        .rsatDownload()
        .run(Lab.PROJECT, test, new RsatDownload.Order(folder, overwrite, passwordToFile));
  }

  private void answerNamed(String name) {
    String password = Base64.getEncoder().encodeToString("canary".getBytes(StandardCharsets.UTF_8));
    lab.answerAlways(
        "lcs",
        "rsatdownload",
        200,
        """
        {"IsSuccess":true,"Data":{"CertificateZipEncoded":"UEs=",
         "CertificateSecretEncoded":"%s","Filename":"%s"}}
        """
            .formatted(password, name));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
