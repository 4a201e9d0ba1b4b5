package dev.lifeline.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.asset.AssetSearch;
import dev.lifeline.core.connection.ConnectionMemory;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.credential.DeviceCodeEnrolment;
import dev.lifeline.core.entra.DeviceCodeSignIn;
import dev.lifeline.core.model.AssetType;
import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.Realm;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a sign-in teaches is kept with the connection. */
class LifelineTest {
  private final Remembering memory = new Remembering();
  private Lab lab;
  private TenantDesk desk;

  @BeforeEach
  void start() throws Exception {
    lab = new Lab();
    desk = new TenantDesk(lab, "contoso.example");
  }

  @AfterEach
  void stop() throws Exception {
    lab.close();
  }

  @Test
  void the_realm_is_remembered_from_the_first_sign_in() {
    use(new Credential.Password(lab.password()));

    assertThat(memory.realms).containsExactly(Realm.MANAGED);
    assertThat(memory.used).containsExactly(new Credential.Password(lab.password()));
  }

  @Test
  void a_renewed_refresh_token_is_remembered() {
    Credential.RefreshToken first =
        new DeviceCodeEnrolment(new DeviceCodeSignIn(lab.transport(), lab.time, UUID::randomUUID))
            .enrol(desk.connection("deploy", lab.clientId()), desk.approving("deploy"));

    use(first);

    assertThat(memory.used)
        .singleElement()
        .isInstanceOf(Credential.RefreshToken.class)
        .isNotEqualTo(first);
  }

  private void use(Credential credential) {
    UsableConnection usable =
        new UsableConnection(desk.connection("deploy", lab.clientId()), credential, null, memory);
    try (Lifeline lifeline = new Lifeline(usable, lab.network(), desk.surroundings())) {
      lifeline
          .assetSearch()
          .find(
              Lab.PROJECT,
              new AssetSearch.Query(AssetType.SOFTWARE_DEPLOYABLE_PACKAGE, null, false, false));
    }
  }

  private static final class Remembering implements ConnectionMemory {
    final List<Realm> realms = new ArrayList<>();
    final List<Credential> used = new ArrayList<>();

    @Override
    public void realmFound(Realm realm) {
      realms.add(realm);
    }

    @Override
    public void used(Credential current) {
      used.add(current);
    }
  }
}
