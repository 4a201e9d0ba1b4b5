package dev.lifeline.emulator.entra;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lifeline.emulator.token.SamlAssertions;
import dev.lifeline.emulator.world.Account;
import dev.lifeline.emulator.world.Directory;
import dev.lifeline.emulator.world.SignIn;
import dev.lifeline.emulator.world.World;
import java.util.Base64;
import java.util.Optional;

/**
 * The assertion that AD FS has issued to a federated account. The user name and the password that
 * clients send beside it are not looked at.
 */
final class SamlGrant implements GrantType {

  private final World world;
  private final Tenants tenants;
  private final SignInRules rules;
  private final SamlAssertions assertions;

  SamlGrant(World world, SignInRules rules, SamlAssertions assertions) {
    this.world = world;
    this.tenants = new Tenants(world);
    this.rules = rules;
    this.assertions = assertions;
  }

  @Override
  public Grant decide(TokenRequest request) throws RefusedException {
    request.get("client_id");
    Scopes scopes =
        request.v1()
            ? Scopes.ofResource(request.get("resource"), request.find("scope").orElse(""))
            : Scopes.parse(request.get("scope"));
    SamlAssertions.Subject subject =
        decoded(request.get("assertion"))
            .flatMap(assertions::read)
            .orElseThrow(() -> new RefusedException(Aadsts.ASSERTION_INVALID));
    Directory directory = tenants.ofUser(request.tenant(), subject.username());
    Client client = rules.client(directory, request);
    Target target = rules.target(directory, client, scopes);
    Account account =
        directory
            .account(subject.username())
            .filter(it -> it.signIn() == SignIn.FEDERATED)
            .orElseThrow(() -> new RefusedException(Aadsts.USER_NOT_FOUND));
    PasswordCheck.checkState(account, world.clock().now());
    SignedIn who = new SignedIn(directory, account, Proof.PASSWORD);
    return rules.grant(request, who, client, target);
  }

  /** Base64 for addresses, as the protocol has it. */
  private static Optional<String> decoded(String assertion) {
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(assertion), UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
