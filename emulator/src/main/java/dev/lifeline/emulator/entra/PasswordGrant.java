package dev.lifeline.emulator.entra;

import dev.lifeline.emulator.world.Account;
import dev.lifeline.emulator.world.Directory;
import dev.lifeline.emulator.world.SignIn;
import dev.lifeline.emulator.world.World;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * User name and password, in the order: request, tenant, client, resource, password, account,
 * consent, policy.
 */
final class PasswordGrant implements GrantType {

  private static final Pattern ORDERED =
      Pattern.compile("aadsts([0-9]{5,8})@.*", Pattern.CASE_INSENSITIVE);

  private final Tenants tenants;
  private final SignInRules rules;
  private final PasswordCheck passwords;

  PasswordGrant(World world, SignInRules rules) {
    this.tenants = new Tenants(world);
    this.rules = rules;
    this.passwords = new PasswordCheck(world);
  }

  @Override
  public Grant decide(TokenRequest request) throws RefusedException {
    if (!request.v1() && tenants.isForEveryone(request.tenant())) {
      throw new RefusedException(Aadsts.GRANT_NEEDS_TENANT);
    }
    request.get("client_id");
    Scopes scopes =
        request.v1()
            ? Scopes.ofResource(request.get("resource"), request.find("scope").orElse(""))
            : Scopes.parse(request.get("scope"));
    String username = request.get("username");
    String password = request.get("password");
    Directory directory = tenants.ofUser(request.tenant(), username);
    Client client = rules.client(directory, request);
    Target target = rules.target(directory, client, scopes);
    refuseAsOrdered(directory, username, it -> about(it, client, target, request));
    Account account = passwords.check(directory, username, password);
    SignedIn who = new SignedIn(directory, account, Proof.PASSWORD);
    return rules.grant(request, who, client, target);
  }

  /** Some names are refused whatever the password: those that are a code, and federated ones. */
  private static void refuseAsOrdered(
      Directory directory, String username, Function<Catalogue.Entry, String> about)
      throws RefusedException {
    Optional<Account> account = directory.account(username);
    Matcher ordered = ORDERED.matcher(username);
    if (account.isEmpty() && ordered.matches() && directory.tenant().owns(username)) {
      Optional<Catalogue.Entry> entry = Catalogue.find(Integer.parseInt(ordered.group(1)));
      if (entry.isPresent()) {
        throw RefusedException.of(entry.get(), about.apply(entry.get()));
      }
    }
    if (account.filter(it -> it.signIn() == SignIn.FEDERATED).isPresent()) {
      throw new RefusedException(Aadsts.WRONG_PASSWORD);
    }
  }

  /** What the words of a code are about, as far as this request has it. */
  private static String about(
      Catalogue.Entry entry, Client client, Target target, TokenRequest request) {
    if (entry.text().contains("application '%s'")) {
      return client.id().toString();
    }
    return entry.text().contains("tenant '%s'") ? request.tenant() : target.scopes().resource();
  }
}
