package dev.lifeline.core.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.core.Administration;
import dev.lifeline.core.Lab;
import dev.lifeline.core.Problems;
import dev.lifeline.core.TenantDesk;
import dev.lifeline.core.model.ClientId;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.registration.RegistrationStep.Part;
import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import dev.lifeline.emulator.scenario.Received;
import dev.lifeline.emulator.world.Api;
import dev.lifeline.emulator.world.Application;
import dev.lifeline.emulator.world.Directory;
import dev.lifeline.emulator.world.PermissionGrant;
import dev.lifeline.emulator.world.RequiredAccess;
import dev.lifeline.emulator.world.ServicePrincipal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistrationTest {
  private static final String NAME = "LCS automation";
  private static final RegistrationOrder FOR_THE_TENANT =
      new RegistrationOrder(NAME, null, Consent.tenant(), false);

  private final List<RegistrationStep> told = new ArrayList<>();
  private Lab lab;
  private TenantDesk desk;
  private Administration administration;

  @BeforeEach
  void start() throws Exception {
    lab = new Lab();
    desk = new TenantDesk(lab, "adatum.example");
    administration = desk.administration();
  }

  @AfterEach
  void stop() throws Exception {
    administration.close();
    lab.close();
  }

  @Test
  void an_empty_tenant_gets_a_registration_that_is_whole() {
    RegistrationResult result = register(FOR_THE_TENANT);

    Application application = desk.application(NAME);
    assertThat(result.clientId()).isEqualTo(desk.clientId(NAME));
    assertThat(application.signInAudience()).isEqualTo("AzureADMyOrg");
    assertThat(application.publicClientFlows()).isTrue();
    assertThat(application.redirectUris()).containsExactly("http://localhost");
    assertThat(application.asksFor(Api.LCS.appId(), lcsScope())).isTrue();
    assertThat(desk.directory().principalOf(Api.LCS.appId())).isPresent();
    assertThat(grants())
        .singleElement()
        .satisfies(grant -> assertThat(grant.principalId()).isNull())
        .satisfies(grant -> assertThat(grant.scopes()).containsExactly("user_impersonation"));
  }

  @Test
  void each_step_is_told_as_it_is_done() {
    RegistrationResult result = register(FOR_THE_TENANT);

    assertThat(told).extracting(RegistrationStep::part).containsExactly(Part.values());
    assertThat(told).extracting(RegistrationStep::changed).containsOnly(true);
    assertThat(result.steps()).isEqualTo(told);
    assertThat(result.tenantId()).isEqualTo(desk.directory().tenant().id().toString());
  }

  @Test
  void a_second_run_changes_nothing() {
    RegistrationResult first = register(FOR_THE_TENANT);
    Directory before = desk.directory();
    lab.emulator.received().clear();

    RegistrationResult second = register(FOR_THE_TENANT);

    assertThat(second.changed()).isFalse();
    assertThat(second.clientId()).isEqualTo(first.clientId());
    assertThat(desk.directory()).isEqualTo(before);
    assertThat(lab.received("graph", "")).extracting(Received::method).containsOnly("GET");
  }

  @Test
  void a_registration_that_lacks_something_is_repaired_and_keeps_what_it_has() {
    register(FOR_THE_TENANT);
    RequiredAccess other =
        new RequiredAccess(
            UUID.randomUUID(), List.of(RequiredAccess.Permission.delegated(UUID.randomUUID())));
    Application whole = desk.application(NAME);
    Application lacking =
        new Application(
            whole.clientId(),
            whole.objectId(),
            NAME,
            "AzureADMultipleOrgs",
            false,
            List.of("https://example.com/back"),
            List.of(other));
    desk.change(directory -> directory.with(lacking));

    RegistrationResult result = register(FOR_THE_TENANT);

    Application repaired = desk.application(NAME);
    assertThat(result.changed()).isTrue();
    assertThat(repaired.publicClientFlows()).isTrue();
    assertThat(repaired.redirectUris())
        .containsExactly("https://example.com/back", "http://localhost");
    assertThat(repaired.requiredAccess()).contains(other).hasSize(2);
    assertThat(repaired.signInAudience()).isEqualTo("AzureADMultipleOrgs");
  }

  @Test
  void several_registrations_of_one_name_are_listed_and_none_is_touched() {
    Application one = application(NAME);
    Application other = application(NAME);
    desk.change(directory -> directory.with(one).with(other));
    Directory before = desk.directory();

    Problem problem = Problems.of(() -> register(FOR_THE_TENANT));

    assertThat(problem.code()).isEqualTo(ProblemCode.REGISTRATION_AMBIGUOUS);
    assertThat(problem.message())
        .contains(one.clientId().toString())
        .contains(other.clientId().toString());
    assertThat(problem.fixes()).anySatisfy(fix -> assertThat(fix).contains("--client-id"));
    assertThat(desk.directory()).isEqualTo(before);
  }

  @Test
  void a_client_id_says_which_of_several_is_meant() {
    Application one = application(NAME);
    Application other = application(NAME);
    desk.change(directory -> directory.with(one).with(other));
    ClientId meant = new ClientId(other.clientId().toString());

    RegistrationResult result =
        register(new RegistrationOrder(NAME, meant, Consent.tenant(), false));

    assertThat(result.clientId()).isEqualTo(meant);
    assertThat(desk.directory().application(one.clientId())).hasValue(one);
  }

  @Test
  void a_client_id_that_the_tenant_does_not_know_is_not_found_and_nothing_is_changed() {
    Directory before = desk.directory();
    ClientId unknown = new ClientId(UUID.randomUUID().toString());

    Problem problem =
        Problems.of(() -> register(new RegistrationOrder(NAME, unknown, Consent.tenant(), false)));

    assertThat(problem.code()).isEqualTo(ProblemCode.REGISTRATION_NOT_FOUND);
    assertThat(desk.directory()).isEqualTo(before);
  }

  @Test
  void consent_for_one_user_is_for_that_user_alone() {
    register(order(Consent.user(desk.username("deploy"))));

    assertThat(grants())
        .singleElement()
        .extracting(PermissionGrant::principalId)
        .isEqualTo(desk.account("deploy").id());
  }

  @Test
  void consent_for_a_user_who_does_not_exist_stops_before_anything_is_changed() {
    Directory before = desk.directory();

    Problem problem = Problems.of(() -> register(order(Consent.user(desk.username("nobody")))));

    assertThat(problem.code()).isEqualTo(ProblemCode.ACCOUNT_UNKNOWN);
    assertThat(desk.directory()).isEqualTo(before);
  }

  @Test
  void consent_for_the_tenant_covers_each_user() {
    register(FOR_THE_TENANT);

    RegistrationResult result = register(order(Consent.user(desk.username("deploy"))));

    assertThat(result.changed()).isFalse();
    assertThat(grants()).hasSize(1);
  }

  @Test
  void a_consent_to_less_is_widened_and_keeps_what_it_allows() {
    register(FOR_THE_TENANT);
    PermissionGrant narrow = grants().get(0).withScope("something_else");
    desk.change(directory -> directory.with(narrow));

    register(FOR_THE_TENANT);

    assertThat(grants())
        .singleElement()
        .satisfies(
            grant ->
                assertThat(grant.scopes()).containsExactly("something_else", "user_impersonation"));
  }

  @Test
  void without_consent_the_result_says_where_an_administrator_gives_it() {
    RegistrationResult result = register(order(Consent.none()));

    assertThat(grants()).isEmpty();
    assertThat(result.adminConsentUrl())
        .asString()
        .startsWith(
            lab.authority().toString().replace("organizations", result.tenantId())
                + "/v2.0/adminconsent?client_id="
                + result.clientId())
        .contains("redirect_uri=http%3A%2F%2Flocalhost");
  }

  @Test
  void the_account_may_change_its_own_password_where_that_is_ordered() {
    register(new RegistrationOrder(NAME, null, Consent.tenant(), true));

    UUID scope = Api.GRAPH.scopeId(desk.directory().tenant(), Apis.PASSWORD_PERMISSION);
    assertThat(desk.application(NAME).asksFor(Api.GRAPH.appId(), scope)).isTrue();
    assertThat(grants())
        .extracting(PermissionGrant::scope)
        .containsExactlyInAnyOrder("user_impersonation", Apis.PASSWORD_PERMISSION);
  }

  @Test
  void a_failure_half_way_says_what_was_done_and_the_next_run_goes_on() {
    lab.answerOnce(
        "graph",
        "/v1.0/oauth2PermissionGrants",
        403,
        "{\"error\":{\"code\":\"Authorization_RequestDenied\",\"message\":\"Insufficient privileges\"}}");

    Problem problem = Problems.of(() -> register(FOR_THE_TENANT));
    RegistrationResult next = register(FOR_THE_TENANT);

    assertThat(problem.code()).isEqualTo(ProblemCode.ADMINISTRATOR_NEEDED);
    assertThat(problem.why()).contains("Done before that").contains(NAME);
    assertThat(problem.fixes()).last().asString().contains("--client-id " + next.clientId());
    assertThat(next.steps())
        .extracting(RegistrationStep::changed)
        .containsExactly(false, false, false, true);
    assertThat(desk.directory().applications()).hasSize(1);
  }

  @Test
  void a_service_principal_that_replicas_refuse_at_first_is_tried_for_again() {
    register(order(Consent.none()));
    UUID clientId = desk.application(NAME).clientId();
    Directory without = without(desk.directory(), clientId);
    desk.change(directory -> without);
    lab.answer(
        Fault.once(
                "graph",
                "POST",
                "/v1.0/servicePrincipals",
                new FaultAction.Answer(
                    400, Map.of(), "{\"error\":{\"code\":\"Request_BadRequest\"}}"))
            .times(3));

    register(order(Consent.none()));

    assertThat(desk.directory().principalOf(clientId)).isPresent();
    assertThat(lab.time.elapsed()).isLessThan(Duration.ofMinutes(2));
  }

  @Test
  void somebody_without_a_role_is_told_who_may_register() {
    Registration registration = administration.registration(desk.approving("admin"));
    desk.change(directory -> directory.with(desk.account("admin").withRole(null)));

    Problem problem = Problems.of(() -> registration.register(FOR_THE_TENANT, told::add));

    assertThat(problem.code()).isEqualTo(ProblemCode.ADMINISTRATOR_NEEDED);
    assertThat(problem.why()).contains("Application Administrator");
    assertThat(problem.fixes()).anySatisfy(fix -> assertThat(fix).contains("lifeline app guide"));
    assertThat(told).isEmpty();
  }

  @Test
  void a_name_is_never_empty() {
    assertThatThrownBy(() -> new RegistrationOrder(" ", null, Consent.tenant(), false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private RegistrationResult register(RegistrationOrder order) {
    return administration.registration(desk.approving("admin")).register(order, told::add);
  }

  private static RegistrationOrder order(Consent consent) {
    return new RegistrationOrder(NAME, null, consent, false);
  }

  private static Application application(String name) {
    return new Application(
        UUID.randomUUID(),
        UUID.randomUUID(),
        name,
        Application.ONE_TENANT,
        false,
        List.of(),
        List.of());
  }

  private static Directory without(Directory directory, UUID appId) {
    List<ServicePrincipal> others =
        directory.principals().stream().filter(it -> !it.appId().equals(appId)).toList();
    return new Directory(
        directory.tenant(),
        directory.accounts(),
        directory.applications(),
        others,
        directory.grants());
  }

  private UUID lcsScope() {
    return Api.LCS.scopeId(desk.directory().tenant(), "user_impersonation");
  }

  private List<PermissionGrant> grants() {
    return desk.directory().grantsTo(desk.principal(NAME).id());
  }
}
