package dev.lifeline.core.lcs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Lab;
import dev.lifeline.core.Problems;
import dev.lifeline.core.event.Event;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.Environment;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.HistoryEntry;
import dev.lifeline.core.model.Page;
import dev.lifeline.core.model.RsatCertificate;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentCallsTest {
  private static final EnvironmentId ID = new EnvironmentId("00000000-1111-2222-3333-444444444444");

  private static Lab lab;
  private static LcsClient lcs;

  @BeforeAll
  static void start() throws Exception {
    lab = new Lab();
    lcs = lab.lcs();
  }

  @AfterAll
  static void stop() {
    lab.close();
  }

  @AfterEach
  void forget() {
    lab.emulator.faults().clear();
    lab.emulator.received().clear();
    lab.events.clear();
    lab.time.advance(Duration.ofHours(2)); // whatever was started has ended
  }

  @Test
  void environments_come_in_pages() {
    Page<Environment> first = lcs.environments(Lab.PROJECT, 1);
    Page<Environment> third = lcs.environments(Lab.PROJECT, 3);

    assertThat(first.rows()).hasSize(3);
    assertThat(first.hasMore()).isTrue();
    assertThat(third.rows()).extracting(Environment::name).containsExactly("contoso-dev");
    assertThat(third.hasMore()).isFalse();
  }

  @Test
  void all_environments_are_those_of_all_pages() {
    assertThat(lcs.allEnvironments(Lab.PROJECT))
        .extracting(Environment::name)
        .containsExactly(
            "contoso-test",
            "contoso-uat",
            "contoso-production",
            "contoso-build",
            "contoso-onprem",
            "contoso-commerce",
            "contoso-dev");
    assertThat(lab.received("lcs", "detail")).hasSize(3);
  }

  @Test
  void a_page_is_asked_for_only_when_somebody_comes_to_it() {
    assertThat(lcs.allEnvironments(Lab.PROJECT).findFirst()).isPresent();

    assertThat(lab.received("lcs", "detail")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'IsSuccess':true,'ResultPageCurrent':2,'ResultHasMorePages':true,'Data':[]}",
        "{'IsSuccess':true,'ResultPageCurrent':1,'ResultHasMorePages':true,'Data':[{'EnvironmentId':'00000000111122223333444444444444'}]}",
        "{'IsSuccess':true,'ResultHasMorePages':true,'Data':null}",
      })
  void a_walk_ends_where_lcs_says_forever_that_more_follow(String body) {
    lab.answerAlways("lcs", "detail", 200, body.replace('\'', '"'));

    assertThat(lcs.allEnvironments(Lab.PROJECT).count()).isLessThan(3);
  }

  @Test
  void an_environment_has_every_field_that_lcs_documents() {
    lab.answerOnce(
        "lcs",
        "detail",
        200,
        """
        {"IsSuccess":true,"ResultPageCurrent":1,"ResultHasMorePages":false,"Data":[{
          "EnvironmentId":"00000000111122223333444444444444","EnvironmentName":"uat & more",
          "ProjectId":1234567,"EnvironmentInfrastructure":"SelfService","EnvironmentType":"Sandbox",
          "EnvironmentGroup":"Primary","EnvironmentProduct":"Finance and Operations",
          "EnvironmentEndpointBaseUrl":"https://uat.example","DeploymentState":"Finished",
          "TopologyDisplayName":"Sandbox (v10)","CurrentApplicationBuildVersion":"10.0.2000.10",
          "CurrentApplicationReleaseName":"10.0.44","CurrentPlatformReleaseName":"Update68",
          "CurrentPlatformVersion":"7.0.7600.10","DeployedOnUTC":"8/5/2021 11:00 PM",
          "CloudStorageLocation":"West Europe","DisasterRecoveryLocation":"North Europe",
          "DeploymentStatusDisplay":"Deployed","CanStart":false,"CanStop":true,"New":[{}]}]}
        """);

    assertThat(lcs.environment(Lab.PROJECT, ID))
        .contains(
            new Environment(
                ID,
                "uat & more",
                Lab.PROJECT,
                new Environment.Kind("SelfService", "Sandbox", "Primary", "Finance and Operations"),
                new Environment.State("Finished", "Deployed", false, true),
                new Environment.Software(
                    "Sandbox (v10)",
                    "10.0.2000.10",
                    "10.0.44",
                    "Update68",
                    "7.0.7600.10",
                    Instant.parse("2021-08-05T23:00:00Z")),
                new Environment.Place("https://uat.example", "West Europe", "North Europe")));
  }

  @Test
  void any_field_but_the_id_may_be_null() {
    lab.answerOnce(
        "lcs",
        "detail",
        200,
        "{\"IsSuccess\":true,\"Data\":[null,{\"EnvironmentId\":\"%s\",\"DeployedOnUTC\":\"once\"}]}"
            .formatted(ID));

    assertThat(lcs.environment(Lab.PROJECT, ID))
        .contains(
            new Environment(
                ID,
                "",
                null,
                new Environment.Kind(null, null, null, null),
                new Environment.State(null, null, null, null),
                new Environment.Software(null, null, null, null, null, null),
                new Environment.Place(null, null, null)));
  }

  @Test
  void an_environment_is_found_by_an_id_of_either_spelling() {
    String dashed = lab.environment("contoso-uat").value();

    assertThat(lcs.environment(Lab.PROJECT, new EnvironmentId(dashed.replace("-", ""))))
        .get()
        .extracting(Environment::name)
        .isEqualTo("contoso-uat");
  }

  @Test
  void an_id_of_no_environment_finds_none() {
    assertThat(lcs.environment(Lab.PROJECT, ID)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a b", "a&environmentId=x", "a#b", "a+b", "a%20b", "größe-模型", "a/../b?c=d;e"})
  void a_name_is_looked_for_as_it_was_given(String name) {
    lcs.environmentsNamed(Lab.PROJECT, name);

    assertThat(
            URLDecoder.decode(lab.received("lcs", "detail").get(0).query(), StandardCharsets.UTF_8))
        .isEqualTo("environmentName=" + name);
  }

  @Test
  void a_history_has_its_latest_operation_first() {
    Page<HistoryEntry> page = lcs.history(Lab.PROJECT, lab.environment("contoso-uat"), 1);

    assertThat(page.hasMore()).isTrue();
    HistoryEntry latest = page.rows().get(0);
    assertThat(latest.name()).isEqualTo("Release 41");
    assertThat(latest.typeDisplay()).isNotBlank();
    assertThat(latest.status()).isEqualTo("Completed");
    assertThat(latest.environment()).isEqualTo(lab.environment("contoso-uat"));
    assertThat(latest.project()).isEqualTo(Lab.PROJECT);
    assertThat(latest.activity()).isNotNull();
    assertThat(Duration.between(latest.started(), latest.ended()))
        .isEqualTo(Duration.ofMinutes(58));
  }

  @Test
  void a_whole_history_is_walked_through() {
    assertThat(lcs.allHistory(Lab.PROJECT, lab.environment("contoso-uat"))).hasSize(8);
  }

  @Test
  void what_cannot_be_read_in_a_history_is_not_known() {
    lab.answerOnce(
        "lcs",
        "history",
        200,
        """
        {"IsSuccess":true,"Data":[null,{"StartDateTimeUtc":"2021-06-03T15:10:00.0",
         "EndDateTimeUtc":"never","ActivityId":"?","EnvironmentId":"","ProjectId":"x","New":1}]}
        """);

    assertThat(lcs.history(Lab.PROJECT, ID, 1).rows())
        .containsExactly(
            new HistoryEntry(
                "",
                null,
                null,
                Instant.parse("2021-06-03T15:10:00Z"),
                null,
                null,
                null,
                null,
                null));
  }

  @Test
  void an_environment_is_stopped_and_started() {
    EnvironmentId dev = lab.environment("contoso-dev");

    ActivityId stop = lcs.stopEnvironment(Lab.PROJECT, dev);
    lab.time.advance(Duration.ofHours(1));
    Environment stopped = lcs.environment(Lab.PROJECT, dev).orElseThrow();
    ActivityId start = lcs.startEnvironment(Lab.PROJECT, dev);

    assertThat(stopped.state().canStart()).isTrue();
    assertThat(start).isNotEqualTo(stop);
    assertThat(lcs.history(Lab.PROJECT, dev, 1).rows())
        .extracting(HistoryEntry::activity)
        .startsWith(start, stop);
  }

  @ParameterizedTest
  @ValueSource(strings = {"start", "stop"})
  void a_start_or_stop_is_sent_once(String verb) {
    lab.answerAlways("lcs", "/v1/" + verb, 503, "");

    Problem problem =
        Problems.of(
            () -> {
              if (verb.equals("start")) {
                lcs.startEnvironment(Lab.PROJECT, ID);
              } else {
                lcs.stopEnvironment(Lab.PROJECT, ID);
              }
            });

    assertThat(problem.code()).isEqualTo(ProblemCode.SERVICE_UNAVAILABLE);
    assertThat(lab.received("lcs", "/v1/" + verb)).hasSize(1);
  }

  @Test
  void an_rsat_certificate_is_a_zip_and_its_password() throws Exception {
    RsatCertificate certificate = lcs.rsatCertificate(Lab.PROJECT, lab.environment("contoso-test"));

    byte[] zip = Base64.getDecoder().decode(certificate.zip().reveal());
    try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
      assertThat(entries.getNextEntry()).isNotNull();
    }
    assertThat(certificate.password().reveal()).isNotBlank();
    assertThat(certificate.fileName()).startsWith("RSATCertificate_contoso-test_").endsWith(".zip");
    assertThat(certificate.expires()).isAfter(lab.time.instant());
    assertThat(certificate.toString()).doesNotContain(certificate.password().reveal());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'IsSuccess':true,'Data':null}",
        "{'IsSuccess':true,'Data':{}}",
        "{'IsSuccess':true,'Data':{'CertificateZipEncoded':'UEs='}}",
        "{'IsSuccess':true,'Data':{'CertificateZipEncoded':'UEs=','CertificateSecretEncoded':'Q'}}",
      })
  void half_a_certificate_is_none(String body) {
    lab.answerAlways("lcs", "rsatdownload", 200, body.replace('\'', '"'));

    assertThat(Problems.of(() -> lcs.rsatCertificate(Lab.PROJECT, ID)).code())
        .isEqualTo(ProblemCode.LCS_ANSWER_UNREADABLE);
  }

  @Test
  void throttling_is_waited_for_as_long_as_lcs_says() {
    lab.answer(
        Fault.once(
            "lcs", "GET", "history", new FaultAction.Answer(429, Map.of("Retry-After", "17"), "")));
    Instant before = lab.time.instant();

    lcs.history(Lab.PROJECT, lab.environment("contoso-test"), 1);

    assertThat(lab.time.instant()).isBetween(before.plusSeconds(17), before.plusSeconds(18));
    assertThat(List.copyOf(lab.events)).hasAtLeastOneElementOfType(Event.Retrying.class);
  }
}
