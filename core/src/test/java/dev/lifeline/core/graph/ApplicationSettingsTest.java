package dev.lifeline.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.graph.RequiredAccess.Permission;
import dev.lifeline.core.model.ClientId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ApplicationSettingsTest {
  private static final ClientId API = new ClientId("913c6de4-2a4a-4a61-a9ce-945d2b2ce2e0");
  private static final String SCOPE = "scope-1";

  @Property
  void a_repair_takes_nothing_away(@ForAll("settings") ApplicationSettings before) {
    ApplicationSettings after = repaired(before);

    assertThat(after.redirectUris()).containsAll(before.redirectUris());
    assertThat(permissions(after)).containsAll(permissions(before));
  }

  @Property
  void a_repair_gives_what_is_needed(@ForAll("settings") ApplicationSettings before) {
    ApplicationSettings after = repaired(before);

    assertThat(after.publicClientFlows()).isTrue();
    assertThat(after.redirectUris()).contains("http://localhost");
    assertThat(permissions(after)).contains(API + "/" + SCOPE + "/Scope");
  }

  @Property
  void a_second_repair_changes_nothing(@ForAll("settings") ApplicationSettings before) {
    ApplicationSettings once = repaired(before);

    assertThat(repaired(once)).isEqualTo(once);
  }

  private static ApplicationSettings repaired(ApplicationSettings before) {
    return before
        .withPublicClientFlows()
        .withRedirectUri("http://localhost")
        .withPermission(API, SCOPE);
  }

  private static List<String> permissions(ApplicationSettings settings) {
    return settings.requiredAccess().stream()
        .flatMap(
            access ->
                access.permissions().stream()
                    .map(it -> access.resource() + "/" + it.id() + "/" + it.type()))
        .toList();
  }

  @Provide
  Arbitrary<ApplicationSettings> settings() {
    Arbitrary<Permission> permission =
        Combinators.combine(
                Arbitraries.of(SCOPE, "scope-2", "scope-3"), Arbitraries.of("Scope", "Role"))
            .as(Permission::new);
    Arbitrary<RequiredAccess> access =
        Combinators.combine(
                Arbitraries.of(API.value(), "00000003-0000-0000-c000-000000000000"),
                permission.list().uniqueElements().ofMaxSize(3))
            .as(RequiredAccess::new);
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.of("http://localhost", "https://example.com").list().uniqueElements(),
            access.list().ofMaxSize(3))
        .as(ApplicationSettings::new);
  }
}
