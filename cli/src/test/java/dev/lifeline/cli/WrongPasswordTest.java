package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An account locks after a few wrong passwords, so each command sends one of them, once. */
class WrongPasswordTest {
  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() throws IOException {
    desk = Desk.connected(folder);
    desk.store("wrong", "deploy", "wrong");
    desk.environment.put("WRONG", "also-wrong");
  }

  @AfterEach
  void leave() {
    desk.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "connection verify wrong",
        "connection verify wrong --find-geography",
        "connection verify wrong --find-geography=OTHER",
        "connection update wrong --description x",
        "connection update contoso --password-env WRONG",
        "connection rotate contoso --password-env WRONG",
        "connection rotate wrong --change-in-entra --graph-endpoint GRAPH",
        "connection create another ENDPOINTS --password-env WRONG",
        "asset list --connection wrong",
        "deploy --connection wrong --environment contoso-uat --asset ID --name x",
        "operation status ID --connection wrong --environment contoso-uat"
      })
  void a_wrong_password_is_sent_once(String line) {
    Outcome outcome = desk.run(words(line));

    assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(3);
    assertThat(outcome.err()).contains("(AADSTS50126)");
    assertThat(desk.passwordsSent()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "connection rotate contoso --password-env WRONG",
        "connection update contoso --password-env WRONG"
      })
  void the_password_that_works_is_still_there_afterwards(String line) {
    desk.run(words(line));

    assertThat(desk.kept("contoso")).isEqualTo(desk.password());
    desk.run("connection", "verify", "contoso").succeeded();
  }

  private String[] words(String line) {
    List<String> words = new ArrayList<>();
    for (String word : line.split(" ", -1)) {
      if (word.equals("ENDPOINTS")) {
        words.addAll(desk.connectionOptions());
      } else {
        words.add(
            word.replace("ID", "00000000111122223333444444444444")
                .replace("GRAPH", desk.at().graphEndpoint().toString())
                .replace("OTHER", desk.at().otherApiEndpoint().toString()));
      }
    }
    return words.toArray(String[]::new);
  }
}
