package dev.lifeline.emulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ReadyMadeWorldTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:15:00Z");

  @Property(tries = 200)
  void the_password_is_long_has_a_blank_inside_and_needs_percent_encoding(@ForAll long seed) {
    String password = make(seed).firstPassword().text();

    assertThat(password)
        .hasSizeGreaterThan(24)
        .contains(" ")
        .isEqualTo(password.strip())
        .containsPattern("[&=%+#/?;:@]")
        .doesNotContainPattern("['\"`$!\\\\]");
  }

  @Test
  void there_is_an_account_for_everything_that_can_happen() {
    assertThat(make(1).directory().accounts())
        .extracting(Account::name)
        .contains(
            "deploy",
            "reader",
            "newcomer",
            "outsider",
            "mfa",
            "expired",
            "locked",
            "disabled",
            "admin",
            "federated",
            "guest");
  }

  @Test
  void there_is_an_application_for_each_thing_that_can_be_missing() {
    assertThat(make(1).directory().applications())
        .extracting(Application::displayName)
        .containsExactly(
            "LCS automation",
            "No public client flows",
            "No permission",
            "No consent",
            "Assignment required");
  }

  @Test
  void one_tenant_has_yet_to_be_set_up() {
    Directory adatum = make(1).directories().get(2);

    assertThat(adatum.tenant().domain()).isEqualTo("adatum.example");
    assertThat(adatum.applications()).isEmpty();
    assertThat(adatum.principalOf(Api.LCS.appId())).isEmpty();
    assertThat(make(1).lifecycle().role(ReadyMadeWorld.ADATUM_PROJECT, "deploy@adatum.example"))
        .contains(ProjectRole.ENVIRONMENT_MANAGER);
    assertThat(make(1).lifecycle().role(ReadyMadeWorld.PROJECT, "deploy@adatum.example")).isEmpty();
  }

  @Test
  void the_project_has_a_sandbox_a_production_environment_and_a_validated_package() {
    WorldState world = make(1);

    assertThat(world.lifecycle().environmentsOf(ReadyMadeWorld.PROJECT))
        .extracting(Environment::type)
        .contains(EnvironmentType.SANDBOX, EnvironmentType.PRODUCTION);
    assertThat(world.lifecycle().assets())
        .anyMatch(
            it ->
                ReadyMadeWorld.PROJECT.equals(it.project())
                    && it.fileType() == Asset.SOFTWARE_DEPLOYABLE_PACKAGE
                    && it.validation(world.pace().age()) == Validation.DONE);
  }

  private static WorldState make(long seed) {
    Random random = new Random(seed);
    return new ReadyMadeWorld(random, () -> new UUID(random.nextLong(), random.nextLong()))
        .make(new SigningKey("key"), NOW, 360);
  }
}
