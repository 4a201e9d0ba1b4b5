package dev.lifeline.emulator.lcs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.Lab;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseMovementTest {

  private static final String ROOT = "/databasemovement/v1";

  private final Lab lab;

  DatabaseMovementTest() throws Exception {
    lab = new Lab();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void the_backups_of_the_project_are_listed_with_an_address_to_read() throws Exception {
    Map<?, ?> backup = backups().get(0);

    assertThat(backup.get("Name")).isEqualTo("Contoso golden configuration");
    assertThat(backup.get("FileName")).isEqualTo("contoso-golden.bacpac");
    assertThat(backup.get("ProjectId")).isEqualTo(1234567);
    assertThat(backup.get("CreatedDateTime")).isEqualTo("2026-10-23T10:15:00.000");
    assertThat(size(backup)).isPositive();
  }

  @Test
  void backups_are_in_no_other_list() throws Exception {
    assertThat(lab.get("/box/fileasset/GetAssets/1234567?fileType=17").list()).isEmpty();
  }

  @Test
  void an_export_becomes_a_backup_of_some_mebibytes_when_it_is_done() throws Exception {
    String activity = export("contoso-uat", "before%20%26%20after").text("OperationActivityId");
    int meanwhile = backups().size();
    lab.passMinutes(30);

    Map<?, ?> backup = backups().get(1);

    assertThat(meanwhile).isEqualTo(1);
    assertThat(status("contoso-uat", activity).text("OperationStatus")).isEqualTo("Completed");
    assertThat(backup.get("Name")).isEqualTo("before & after");
    assertThat(backup.get("FileName")).isEqualTo("before & after.bacpac");
    assertThat(size(backup)).isEqualTo(5 << 20);
  }

  @Test
  void an_export_that_fails_leaves_no_backup() throws Exception {
    export("contoso-uat", "will-fail");
    lab.passMinutes(60);

    assertThat(backups()).hasSize(1);
  }

  @Test
  void a_refresh_is_followed_at_its_target() throws Exception {
    String activity = refresh("contoso-production", "contoso-uat").text("OperationActivityId");
    lab.passMinutes(3);
    Lab.Answer target = status("contoso-uat", activity);
    Lab.Answer source = status("contoso-production", activity);

    assertThat(target.json())
        .containsEntry("OperationStatus", "InProgress")
        .containsEntry("ProjectId", "1234567")
        .containsEntry("EnvironmentId", lab.environment("contoso-uat").toString())
        .containsEntry("ActivityId", activity)
        .containsEntry("CompletionDate", null);
    assertThat(source.text("ErrorMessage")).contains("was not found");
  }

  @Test
  void an_update_is_no_database_movement() throws Exception {
    String update =
        lab.post(
                "/environment/v2/applyupdate/project/1234567/environment/%s/asset/%s?updateName=x"
                    .formatted(lab.environment("contoso-uat"), lab.asset("contoso-release-1.zip")),
                null)
            .text("OperationActivityId");

    assertThat(status("contoso-uat", update).text("ErrorMessage")).contains("was not found");
  }

  @Test
  void the_fourth_movement_in_a_day_is_refused_in_the_documented_words() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThat(export("contoso-uat", "backup").json()).containsEntry("IsSuccess", true);
      lab.passMinutes(31);
    }

    Lab.Answer fourth = refresh("contoso-test", "contoso-uat");
    Lab.Answer elsewhere = export("contoso-test", "backup");
    lab.passMinutes(24 * 60 - 93);
    Lab.Answer nextDay = export("contoso-uat", "backup");

    assertThat(fourth.status()).isEqualTo(200);
    assertThat(fourth.json()).containsEntry("IsSuccess", false);
    assertThat(fourth.text("OperationActivityId")).isNotEmpty();
    assertThat(fourth.text("ErrorMessage"))
        .isEqualTo("Maximum allowed API operations are 3 from 2026-11-22T09:52:33.0000000");
    assertThat(elsewhere.json()).containsEntry("IsSuccess", true);
    assertThat(nextDay.json()).containsEntry("IsSuccess", true);
  }

  @ParameterizedTest
  @CsvSource({
    "contoso-uat,        contoso-uat,        are the same",
    "contoso-uat,        contoso-production, is not a sandbox",
    "contoso-uat,        contoso-onprem,     is not supported",
    "contoso-dev,        contoso-uat,        is not supported",
    "upgrade-production, contoso-uat,        was not found",
  })
  void a_refresh_that_cannot_be_is_refused(String source, String target, String message)
      throws Exception {
    Lab.Answer answer = refresh(source, target);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("ErrorMessage")).contains(message);
    assertThat(lab.emulator.world().lifecycle().operations()).isEmpty();
  }

  @Test
  void a_production_database_is_not_exported() throws Exception {
    assertThat(export("contoso-production", "x").text("ErrorMessage")).contains("not a sandbox");
  }

  @Test
  void a_reader_moves_no_database() throws Exception {
    Lab.Answer answer = lab.post(exportPath("contoso-uat", "x"), null, lab.token("reader"));

    assertThat(answer.text("ErrorMessage")).contains("Environment manager role");
  }

  @Test
  void an_environment_that_is_serviced_moves_no_database() throws Exception {
    export("contoso-uat", "first");

    assertThat(export("contoso-uat", "second").text("ErrorMessage"))
        .contains("already being serviced");
    assertThat(backups()).hasSize(1);
  }

  private Lab.Answer refresh(String source, String target) throws Exception {
    return lab.post(
        ROOT
            + "/refresh/project/1234567/source/%s/target/%s"
                .formatted(lab.environment(source), lab.environment(target)),
        null);
  }

  private Lab.Answer export(String environment, String name) throws Exception {
    return lab.post(exportPath(environment, name), null);
  }

  private String exportPath(String environment, String name) {
    return ROOT
        + "/export/project/1234567/environment/%s/backupName/%s"
            .formatted(lab.environment(environment), name);
  }

  private Lab.Answer status(String environment, String activity) throws Exception {
    return lab.get(
        ROOT
            + "/fetchstatus/project/1234567/environment/%s/operationactivity/%s"
                .formatted(lab.environment(environment), activity));
  }

  private List<Map<?, ?>> backups() throws Exception {
    List<?> rows =
        (List<?>) lab.get(ROOT + "/databases/project/1234567").json().get("DatabaseAssets");
    return rows.stream().<Map<?, ?>>map(it -> (Map<?, ?>) it).toList();
  }

  private long size(Map<?, ?> backup) throws Exception {
    URI location = URI.create((String) backup.get("FileLocation"));
    Lab.Answer head =
        lab.send(
            HttpRequest.newBuilder(location).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    return Long.parseLong(head.headers().get("content-length").get(0));
  }
}
