package dev.lifeline.core.lcs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Lab;
import dev.lifeline.core.Problems;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.DatabaseBackup;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.OperationReport;
import dev.lifeline.core.problem.Kind;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseCallsTest {
  private final Lab lab;
  private final LcsClient lcs;
  private final EnvironmentId test;

  DatabaseCallsTest() throws Exception {
    lab = new Lab();
    lcs = lab.lcs();
    test = lab.environment("contoso-test");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nightly", "a b & c#d+e", "größe-模型", "50%"})
  void an_exported_database_is_in_the_library_under_its_name(String name) {
    ActivityId activity = lcs.exportDatabase(Lab.PROJECT, test, name);
    lab.time.advance(Duration.ofHours(5));
    OperationReport report = lcs.databaseStatus(Lab.PROJECT, test, activity);

    assertThat(report.status()).isEqualTo("Completed");
    assertThat(report.activity()).isEqualTo(activity);
    assertThat(lcs.databases(Lab.PROJECT))
        .filteredOn(backup -> backup.name().equals(name))
        .singleElement()
        .satisfies(backup -> assertThat(backup.location()).isNotNull());
  }

  @Test
  void a_refresh_is_followed_at_its_target() {
    EnvironmentId source = lab.environment("contoso-production");
    ActivityId activity = lcs.refreshDatabase(Lab.PROJECT, source, test);

    assertThat(lcs.databaseStatus(Lab.PROJECT, test, activity).status()).isEqualTo("NotStarted");
  }

  @Test
  void a_backup_has_every_field_that_lcs_documents() {
    lab.answerOnce(
        "lcs",
        "databases",
        200,
        """
        {"IsSuccess":true,"DatabaseAssets":[null,{
          "Id":"00000000111122223333444444444444","ProjectId":1234567,"OrganizationId":77,
          "Name":"n","FileName":"f.bacpac","FileDescription":"d",
          "FileLocation":"https://host.example/a?sig=canary",
          "ModifiedDateTime":"2020-08-17T09:52:45.297","CreatedDateTime":"2020-08-16T09:52:45",
          "CreatedByName":"Ann","ModifiedByName":"Bob","New":{}}]}
        """);

    DatabaseBackup backup = lcs.databases(Lab.PROJECT).get(0);

    assertThat(backup.id()).isEqualTo(new AssetId("00000000-1111-2222-3333-444444444444"));
    assertThat(backup.owner()).isEqualTo(new DatabaseBackup.Owner(Lab.PROJECT, "77"));
    assertThat(backup.origin())
        .isEqualTo(
            new DatabaseBackup.Origin(
                Instant.parse("2020-08-16T09:52:45Z"),
                "Ann",
                Instant.parse("2020-08-17T09:52:45.297Z"),
                "Bob"));
    assertThat(backup.toString()).contains("f.bacpac", "d").doesNotContain("canary");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'IsSuccess':true}", "{'IsSuccess':true,'DatabaseAssets':[]}"})
  void no_backup_is_an_empty_list(String body) {
    lab.answerOnce("lcs", "databases", 200, body.replace('\'', '"'));

    assertThat(lcs.databases(Lab.PROJECT)).isEmpty();
  }

  @Test
  void the_daily_limit_is_told_with_the_time_that_lcs_names() {
    lab.answerAlways(
        "lcs",
        "export",
        200,
        """
        {"IsSuccess":false,
         "ErrorMessage":"Maximum allowed API operations are 3 from 2019-09-30T04:01:01.9999999"}
        """);

    Problem problem = Problems.of(() -> lcs.exportDatabase(Lab.PROJECT, test, "nightly"));

    assertThat(problem.code()).isEqualTo(ProblemCode.DAILY_LIMIT);
    assertThat(problem.code().kind()).isEqualTo(Kind.GAVE_UP);
    assertThat(problem.message()).contains("3 operations from 2019-09-30T04:01:01");
    assertThat(lab.received("lcs", "export")).hasSize(1);
  }

  @Test
  void a_refresh_whose_answer_is_lost_is_not_sent_again() {
    lab.answer(Fault.once("lcs", "POST", "refresh", new FaultAction.LoseAnswer()));
    EnvironmentId source = lab.environment("contoso-production");

    assertThat(Problems.of(() -> lcs.refreshDatabase(Lab.PROJECT, source, test)).code())
        .isEqualTo(ProblemCode.ANSWER_LOST);
    assertThat(lab.received("lcs", "refresh")).hasSize(1);
  }
}
