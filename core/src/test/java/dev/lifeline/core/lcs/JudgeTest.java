package dev.lifeline.core.lcs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Lab;
import dev.lifeline.core.Problems;
import dev.lifeline.core.event.Event;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.Asset;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.AssetType;
import dev.lifeline.core.model.DeploymentTarget;
import dev.lifeline.core.model.DeploymentType;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.NewAsset;
import dev.lifeline.core.model.OperationReport;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the answers of LCS mean, as the emulator is told to give them. */
class JudgeTest {
  private static final String GUID = "00000000-1111-2222-3333-444444444444";
  private static final AssetId ASSET = new AssetId(GUID);
  private static final EnvironmentId ENVIRONMENT = new EnvironmentId(GUID);
  private static final ActivityId ACTIVITY = new ActivityId(GUID);

  private static Lab lab;

  private LcsClient lcs;

  @BeforeAll
  static void start() throws Exception {
    lab = new Lab();
  }

  @AfterAll
  static void stop() throws Exception {
    lab.close();
  }

  @BeforeEach
  void sign_in_anew() {
    lcs = lab.lcs();
  }

  @AfterEach
  void forget() {
    lab.emulator.faults().clear();
    lab.emulator.received().clear();
    lab.events.clear();
    lab.time.advance(Duration.ofHours(2)); // whatever was started has ended
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {'Id':null,'Message':'no'}     | LCS_REFUSED",
        "200 | {}                             | LCS_REFUSED",
        "200 | <html>sign in</html>           | LCS_ANSWER_UNREADABLE",
        "200 | {'Id':'00000000-1111-2222      | LCS_ANSWER_UNREADABLE",
        "200 | [1]                            | LCS_ANSWER_UNREADABLE",
        "200 | {'Id':'x'}                     | LCS_ANSWER_UNREADABLE",
        "200 | ''                             | ASSET_NOT_FOUND",
        "200 | null                           | ASSET_NOT_FOUND",
        "204 | ''                             | ASSET_NOT_FOUND",
        "302 | ''                             | LCS_REFUSED",
        "400 | {'Message':'no'}               | LCS_REFUSED",
        "401 | ''                             | TOKEN_REFUSED",
        "403 | {'Message':'no'}               | PROJECT_NOT_VISIBLE",
        "404 | {'Message':'no'}               | ASSET_NOT_FOUND",
        "407 | ''                             | UNREACHABLE",
        "409 | {'Message':'no'}               | LCS_REFUSED",
        "429 | ''                             | THROTTLED",
        "500 | {'Message':'no'}               | SERVICE_UNAVAILABLE",
        "502 | <html>bad gateway</html>       | SERVICE_UNAVAILABLE",
        "503 | ''                             | SERVICE_UNAVAILABLE",
      })
  void an_answer_about_an_asset_means(int status, String body, ProblemCode code) {
    answerAlways("GetFileAsset", status, body);

    assertThat(Problems.of(() -> lcs.asset(Lab.PROJECT, ASSET)).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {'IsSuccess':false,'ErrorMessage':'no'}             | LCS_REFUSED",
        "200 | {'IsSuccess':false,'ErrorMessage':null}             | LCS_REFUSED",
        "200 | {'LcsErrorCode':7,'Message':'no','ActivityId':null} | LCS_REFUSED",
        "200 | {}                                                  | LCS_ANSWER_UNREADABLE",
        "200 | {'OperationStatus':'Completed'}                     | LCS_ANSWER_UNREADABLE",
        "200 | {'IsSuccess':true}                                  | LCS_ANSWER_UNREADABLE",
        "200 | {'IsSuccess':true,'OperationStatus':' '}            | LCS_ANSWER_UNREADABLE",
        "200 | <html>sign in</html>                                | LCS_ANSWER_UNREADABLE",
        "200 | {'IsSuccess':true,'Oper                             | LCS_ANSWER_UNREADABLE",
        "200 | ''                                                  | LCS_ANSWER_UNREADABLE",
        "200 | null                                                | LCS_ANSWER_UNREADABLE",
        "403 | ''                                                  | PROJECT_NOT_VISIBLE",
        "404 | ''                                                  | ENVIRONMENT_NOT_FOUND",
      })
  void an_answer_about_an_operation_means(int status, String body, ProblemCode code) {
    answerAlways("fetchstatus", status, body);

    assertThat(statusProblem().code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {'Message':'no'}        | LCS_REFUSED",
        "200 | <html>sign in</html>    | LCS_ANSWER_UNREADABLE",
        "200 | null                    | LCS_ANSWER_UNREADABLE",
        "403 | ''                      | PROJECT_NOT_VISIBLE",
        "404 | ''                      | PROJECT_NOT_VISIBLE",
      })
  void an_answer_to_a_list_means(int status, String body, ProblemCode code) {
    answerAlways("Assets", status, body);

    assertThat(Problems.of(() -> lcs.assets(Lab.PROJECT, AssetType.MODEL)).code()).isEqualTo(code);
    assertThat(Problems.of(() -> lcs.sharedAssets(AssetType.MODEL)).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {'Message':'no'}        | LCS_REFUSED",
        "200 | <html>sign in</html>    | LCS_ANSWER_UNREADABLE",
        "404 | ''                      | ASSET_NOT_FOUND",
      })
  void an_answer_to_a_commit_means(int status, String body, ProblemCode code) {
    answerAlways("CommitFileAsset", status, body);

    assertThat(Problems.of(() -> lcs.commitAsset(Lab.PROJECT, ASSET)).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | ''",
        "204 | ''",
        "200 | {}",
        "200 | {'Id':'" + GUID + "'}",
      })
  void a_commit_is_done_when_nothing_speaks_against_it(int status, String body) {
    answerAlways("CommitFileAsset", status, body);

    lcs.commitAsset(Lab.PROJECT, ASSET);

    assertThat(lab.received("lcs", "CommitFileAsset")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {'Id':'"
            + GUID
            + "'}                                            | LCS_ANSWER_UNREADABLE",
        "200 | {'Id':'"
            + GUID
            + "','FileLocation':'http://host/a?sig=canary'}  | LCS_ANSWER_UNREADABLE",
        "200 | {'Message':'no'}                                                 | LCS_REFUSED",
        "404 | ''                                                               | PROJECT_NOT_VISIBLE",
      })
  void an_answer_to_a_creation_means(int status, String body, ProblemCode code) {
    answerAlways("CreateFileAsset", status, body);
    NewAsset asset = new NewAsset("a", "a.zip", null, AssetType.MODEL);

    Problem problem = Problems.of(() -> lcs.createAsset(Lab.PROJECT, asset));

    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.toString()).doesNotContain("canary");
  }

  @Test
  void the_words_of_lcs_are_passed_on() {
    answerAlways("fetchstatus", 200, "{'IsSuccess':false,'ErrorMessage':'Maximum allowed'}");

    assertThat(statusProblem().message()).endsWith(": Maximum allowed");
  }

  @Test
  void unknown_fields_and_null_fields_do_no_harm() {
    answerAlways(
        "GetAssets",
        200,
        "[null,{'Id':'00000000111122223333444444444444','Name':'n','FileName':null,'SizeByte':null,"
            + "'ModifiedDate':'8/5/2021 11:00 PM','FileType':99,'Tags':[{}],'New':{'a':[1]}}]");

    assertThat(lcs.assets(Lab.PROJECT, AssetType.MODEL))
        .containsExactly(
            new Asset(
                ASSET,
                "n",
                "",
                null,
                null,
                99,
                null,
                Instant.parse("2021-08-05T23:00:00Z"),
                null,
                null));
  }

  @Test
  void an_api_version_that_ends_is_announced_once() {
    answerAlways(
        "fetchstatus",
        200,
        "{'IsSuccess':true,'VersionEOL':'2027-03-31T23:59:59','OperationStatus':'InProgress'}");

    assertThat(status().status()).isEqualTo("InProgress");
    status();

    assertThat(lab.events)
        .containsOnlyOnce(
            new Event.Noted("LCS announces that this version of its API ends on 2027-03-31"));
  }

  @Test
  void an_api_version_that_does_not_end_is_not_announced() {
    answerAlways(
        "fetchstatus",
        200,
        "{'IsSuccess':true,'VersionEOL':'9999-12-31T23:59:59.9999999','OperationStatus':'x'}");

    status();

    assertThat(lab.events).noneMatch(Event.Noted.class::isInstance);
  }

  @Test
  void a_fresh_token_that_is_refused_points_to_the_first_sign_in() {
    answerAlways("GetAssets", 401, "");

    Problem problem = Problems.of(() -> lcs.assets(Lab.PROJECT, AssetType.MODEL));

    assertThat(problem.code()).isEqualTo(ProblemCode.TOKEN_REFUSED);
    assertThat(problem.step()).isEqualTo(SetupStep.FIRST_SIGN_IN);
    assertThat(lab.received("entra", "token")).hasSize(1);
    assertThat(lab.received("lcs", "GetAssets")).hasSize(1);
  }

  @Test
  void an_old_token_that_is_refused_is_renewed_once() {
    lcs.assets(Lab.PROJECT, AssetType.MODEL);
    lab.time.advance(Duration.ofMinutes(30));
    lab.answerOnce("lcs", "GetAssets", 401, "");

    assertThat(lcs.assets(Lab.PROJECT, AssetType.MODEL)).isNotEmpty();
    assertThat(lab.received("entra", "token")).hasSize(2);
  }

  @Test
  void a_renewed_token_that_is_refused_too_is_not_renewed_again() {
    lcs.assets(Lab.PROJECT, AssetType.MODEL);
    lab.time.advance(Duration.ofMinutes(30));
    answerAlways("GetAssets", 401, "");

    assertThat(code(() -> lcs.assets(Lab.PROJECT, AssetType.MODEL)))
        .isEqualTo(ProblemCode.TOKEN_REFUSED);
    assertThat(lab.received("entra", "token")).hasSize(2);
  }

  @Test
  void an_answer_that_is_cut_is_asked_for_again() {
    lab.answer(Fault.once("lcs", "GET", "GetAssets", new FaultAction.Truncate(20)));

    assertThat(lcs.assets(Lab.PROJECT, AssetType.MODEL)).isNotEmpty();
  }

  @Test
  void an_account_that_never_opened_the_project_is_told_so() throws Exception {
    var newcomer = lab.lifeline("newcomer", lab.password());

    Problem problem =
        Problems.of(
            () -> newcomer.assetSearch().get(Lab.PROJECT, lab.asset("contoso-release-1.zip")));

    assertThat(problem.code()).isEqualTo(ProblemCode.PROJECT_NOT_VISIBLE);
    assertThat(problem.step()).isEqualTo(SetupStep.FIRST_SIGN_IN);
  }

  @Test
  void every_request_carries_what_lcs_wants() {
    lcs.assets(Lab.PROJECT, AssetType.MODEL);

    assertThat(lab.received("lcs", "GetAssets").get(0).headers())
        .containsEntry("X-ms-version", "2017-09-15")
        .containsEntry("Accept", "application/json")
        .containsEntry("Authorization", "***");
  }

  private Problem statusProblem() {
    return Problems.of(this::status);
  }

  private OperationReport status() {
    return lcs.deploymentStatus(
        Lab.PROJECT, DeploymentTarget.of(DeploymentType.HQ, ENVIRONMENT), ACTIVITY, null);
  }

  private static ProblemCode code(ThrowingCallable action) {
    return Problems.of(action).code();
  }

  private void answerAlways(String path, int status, String body) {
    lab.answerAlways("lcs", path, status, body.replace('\'', '"'));
  }
}
