package dev.lifeline.core.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Administration;
import dev.lifeline.core.Lab;
import dev.lifeline.core.Problems;
import dev.lifeline.core.TenantDesk;
import dev.lifeline.core.model.ClientId;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.registration.CheckedRequirement.Status;
import dev.lifeline.emulator.scenario.Received;
import dev.lifeline.emulator.world.Api;
import dev.lifeline.emulator.world.PermissionGrant;
import dev.lifeline.emulator.world.ServicePrincipal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationCheckTest {
  private static final String WORKING = "LCS automation";
  private static final String REFUSED =
      "{\"error\":{\"code\":\"Authorization_RequestDenied\",\"message\":\"Insufficient privileges\"}}";

  private Lab lab;
  private TenantDesk desk;
  private Administration administration;

  @BeforeEach
  void start() throws Exception {
    lab = new Lab();
    desk = new TenantDesk(lab, "contoso.example");
    administration = desk.administration();
  }

  @AfterEach
  void stop() throws Exception {
    administration.close();
    lab.close();
  }

  @Test
  void a_registration_that_works_passes_everything() {
    RegistrationReport report = check(WORKING, "deploy");

    assertThat(report.name()).isEqualTo(WORKING);
    assertThat(report.requirements())
        .extracting(CheckedRequirement::requirement)
        .containsExactly(Requirement.values());
    assertThat(report.requirements())
        .extracting(CheckedRequirement::status)
        .containsOnly(Status.PASSED);
    assertThat(report.problem()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "No public client flows, PUBLIC_CLIENT_FLOWS, Allow public client flows: Yes",
    "No permission, PERMISSION, API permissions > Add a permission",
    "No consent, CONSENT, Grant admin consent",
    "Assignment required, ASSIGNMENT, Users and groups",
  })
  void what_a_registration_lacks_fails_alone_and_names_its_place(
      String name, Requirement lacking, String place) {
    RegistrationReport report = check(name, "deploy");

    assertThat(report.failures())
        .singleElement()
        .satisfies(line -> assertThat(line.requirement()).isEqualTo(lacking))
        .satisfies(
            line ->
                assertThat(line.place())
                    .startsWith("https://portal.azure.com")
                    .contains(name)
                    .contains(place));
  }

  @Test
  void what_is_lacking_is_a_problem_with_each_place_as_a_fix() {
    Problem problem = check("No consent", "deploy").problem().orElseThrow();

    assertThat(problem.code()).isEqualTo(ProblemCode.REGISTRATION_INCOMPLETE);
    assertThat(problem.message()).isEqualTo("the registration 'No consent' lacks: consent");
    assertThat(problem.fixes()).first().asString().contains("Grant admin consent");
    assertThat(problem.fixes()).last().asString().contains("lifeline app register");
  }

  @ParameterizedTest
  @CsvSource({"disabled, is disabled", "guest, is a guest", "nobody, the tenant has no account"})
  void an_account_that_cannot_sign_in_fails(String account, String finding) {
    RegistrationReport report = check(WORKING, account);

    assertThat(line(report, Requirement.ACCOUNT).status()).isEqualTo(Status.FAILED);
    assertThat(line(report, Requirement.ACCOUNT).finding()).contains(finding);
  }

  @Test
  void without_an_account_only_the_registration_is_judged() {
    RegistrationReport report = check(WORKING, null);

    assertThat(report.failures()).isEmpty();
    assertThat(line(report, Requirement.ACCOUNT).status()).isEqualTo(Status.SKIPPED);
    assertThat(line(report, Requirement.CONSENT).status()).isEqualTo(Status.PASSED);
  }

  @Test
  void consent_for_another_account_is_not_consent() {
    consentFor("owner");

    assertThat(line(check(WORKING, "deploy"), Requirement.CONSENT).status())
        .isEqualTo(Status.FAILED);
    assertThat(line(check(WORKING, "owner"), Requirement.CONSENT).status())
        .isEqualTo(Status.PASSED);
    assertThat(line(check(WORKING, null), Requirement.CONSENT).status()).isEqualTo(Status.SKIPPED);
  }

  @Test
  void an_assigned_account_passes() {
    ServicePrincipal principal = desk.principal("Assignment required");
    UUID deploy = desk.account("deploy").id();
    desk.change(directory -> directory.with(principal.withAssigned(List.of(deploy))));

    RegistrationReport report = check("Assignment required", "deploy");

    assertThat(line(report, Requirement.ASSIGNMENT).status()).isEqualTo(Status.PASSED);
  }

  @Test
  void a_registration_that_is_switched_off_fails() {
    desk.change(directory -> directory.with(desk.principal(WORKING).withAccountEnabled(false)));

    RegistrationReport report = check(WORKING, "deploy");

    assertThat(report.failures())
        .singleElement()
        .satisfies(line -> assertThat(line.requirement()).isEqualTo(Requirement.REGISTRATION))
        .satisfies(line -> assertThat(line.place()).contains("Enterprise applications"));
  }

  @Test
  void lifecycle_services_that_is_switched_off_fails_the_permission() {
    ServicePrincipal lcs = desk.directory().principalOf(Api.LCS.appId()).orElseThrow();
    desk.change(directory -> directory.with(lcs.withAccountEnabled(false)));

    RegistrationReport report = check(WORKING, "deploy");

    assertThat(line(report, Requirement.PERMISSION).status()).isEqualTo(Status.FAILED);
  }

  @Test
  void a_registration_that_the_tenant_does_not_know_is_not_found() {
    ClientId unknown = new ClientId(UUID.randomUUID().toString());

    Problem problem =
        Problems.of(
            () -> administration.registrationCheck(desk.approving("admin")).check(unknown, null));

    assertThat(problem.code()).isEqualTo(ProblemCode.REGISTRATION_NOT_FOUND);
    assertThat(problem.fixes()).anySatisfy(fix -> assertThat(fix).contains("app register"));
  }

  @ParameterizedTest
  @CsvSource({
    "oauth2PermissionGrants, CONSENT",
    "users, ACCOUNT",
    "domains, DOMAIN",
    "policies/identitySecurityDefaults, SECOND_FACTOR",
    "identity/conditionalAccess, SECOND_FACTOR",
    "applications.appId, PUBLIC_CLIENT_FLOWS",
  })
  void what_may_not_be_read_is_not_known_and_no_failure(String path, Requirement requirement) {
    lab.answerAlways("graph", "/v1.0/" + path, 403, REFUSED);

    RegistrationReport report = check(WORKING, "deploy");

    assertThat(line(report, requirement).status()).isEqualTo(Status.SKIPPED);
    assertThat(line(report, requirement).finding()).contains("may not read it");
    assertThat(report.failures()).isEmpty();
  }

  @Test
  void when_nothing_may_be_read_an_administrator_is_needed() {
    lab.answerAlways("graph", "/v1.0/", 403, REFUSED);

    Problem problem = Problems.of(() -> check(WORKING, "deploy"));

    assertThat(problem.code()).isEqualTo(ProblemCode.ADMINISTRATOR_NEEDED);
  }

  @Test
  void a_policy_that_blocks_every_password_fails_the_second_factor() throws Exception {
    TenantDesk fabrikam = new TenantDesk(lab, "fabrikam.example");
    RegistrationCheck check = administration.registrationCheck(fabrikam.approving("admin"));

    RegistrationReport report =
        check.check(fabrikam.clientId(WORKING), fabrikam.username("deploy"));

    assertThat(line(report, Requirement.SECOND_FACTOR).status()).isEqualTo(Status.FAILED);
    assertThat(line(report, Requirement.SECOND_FACTOR).finding())
        .contains("Block sign-ins by password alone");
  }

  @Test
  void security_defaults_fail_the_second_factor() {
    lab.answerAlways("graph", "identitySecurityDefaults", 200, "{\"isEnabled\":true}");

    RegistrationReport report = check(WORKING, "deploy");

    assertThat(line(report, Requirement.SECOND_FACTOR).status()).isEqualTo(Status.FAILED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'\"excludeGroups\":[\"a-group\"]'; '\"locations\":null'; SKIPPED",
        "'\"excludeUsers\":[\"%s\"]'; '\"locations\":null'; PASSED",
        "'\"excludeUsers\":[]'; '\"locations\":{\"includeLocations\":[\"All\"]}'; SKIPPED",
        "'\"excludeUsers\":[]'; '\"locations\":null'; FAILED",
      })
  void a_policy_counts_as_far_as_it_is_certain(String users, String locations, Status expected) {
    String policy =
        """
        {"value":[{"displayName":"MFA for all","state":"enabled",
          "conditions":{"users":{"includeUsers":["All"],%s},%s,
            "applications":{"includeApplications":["All"]},"clientAppTypes":["all"]},
          "grantControls":{"builtInControls":["mfa"]}}]}"""
            .formatted(users.formatted(desk.account("deploy").id()), locations);
    lab.answerAlways("graph", "conditionalAccess", 200, policy);

    RegistrationReport report = check(WORKING, "deploy");

    assertThat(line(report, Requirement.SECOND_FACTOR).status()).isEqualTo(expected);
  }

  @Test
  void a_federated_domain_is_told_and_no_failure() {
    lab.answerAlways("graph", "domains", 200, "{\"authenticationType\":\"Federated\"}");

    CheckedRequirement domain = line(check(WORKING, "deploy"), Requirement.DOMAIN);

    assertThat(domain.status()).isEqualTo(Status.PASSED);
    assertThat(domain.finding()).contains("federated");
  }

  @Test
  void the_check_only_reads() {
    check("No permission", "deploy");

    assertThat(lab.received("graph", "")).extracting(Received::method).containsOnly("GET");
  }

  private void consentFor(String account) {
    UUID client = desk.principal(WORKING).id();
    UUID lcs = desk.directory().principalOf(Api.LCS.appId()).orElseThrow().id();
    PermissionGrant grant =
        new PermissionGrant(
            UUID.randomUUID(), client, lcs, desk.account(account).id(), "user_impersonation");
    desk.change(directory -> directory.withoutGrantsTo(client).with(grant));
  }

  private RegistrationReport check(String name, @Nullable String account) {
    return administration
        .registrationCheck(desk.approving("admin"))
        .check(desk.clientId(name), account == null ? null : desk.username(account));
  }

  private static CheckedRequirement line(RegistrationReport report, Requirement requirement) {
    return report.requirements().stream()
        .filter(each -> each.requirement() == requirement)
        .findFirst()
        .orElseThrow();
  }
}
