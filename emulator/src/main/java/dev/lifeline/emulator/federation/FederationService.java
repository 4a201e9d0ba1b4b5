package dev.lifeline.emulator.federation;

import dev.lifeline.emulator.server.Call;
import dev.lifeline.emulator.server.Reply;
import dev.lifeline.emulator.server.Routes;
import dev.lifeline.emulator.server.Service;
import dev.lifeline.emulator.token.SamlAssertions;
import dev.lifeline.emulator.world.World;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * AD FS under {@code /adfs}: its metadata, and security tokens for user name and password. A
 * refused sign-in is a SOAP fault, and counts as a wrong password. Thread-safe.
 */
public final class FederationService implements Service {

  /** Where the metadata is. */
  public static final String METADATA_PATH = "/adfs/services/trust/mex";

  /** The same for every reason, so that a fault does not say which accounts there are. */
  private static final Soap.Fault NOT_AUTHENTICATED =
      new Soap.Fault(
          Soap.SECURITY,
          "FailedAuthentication",
          "ID3242: The user name or the password could not be authenticated.");

  private static final String SOAP_CONTENT = "application/soap+xml";

  private final World world;
  private final SamlAssertions assertions;
  private final Gate gate;
  private final Routes routes;

  /**
   * The federation service of a world.
   *
   * @param world the accounts
   * @param assertions what it issues
   * @param address where it listens, without a final slash
   */
  public FederationService(World world, SamlAssertions assertions, String address) {
    this.world = world;
    this.assertions = assertions;
    this.gate = new Gate(world);
    Metadata metadata = new Metadata(address);
    this.routes =
        new Routes(call -> Reply.status(404))
            .on(
                "GET",
                METADATA_PATH,
                (call, path) ->
                    Reply.status(200).text("text/xml; charset=utf-8", metadata.write()));
    for (TrustVersion version : TrustVersion.values()) {
      routes.on("POST", version.path(), (call, path) -> issue(call, version));
    }
  }

  @Override
  public Reply answer(Call call) throws IOException {
    return routes.answer(call);
  }

  private Reply issue(Call call, TrustVersion version) throws IOException {
    boolean soap =
        call.header("Content-Type")
            .filter(it -> it.toLowerCase(Locale.ROOT).startsWith(SOAP_CONTENT))
            .isPresent();
    if (!soap) {
      return Reply.status(415);
    }
    TokenRequest request;
    try {
      request = TokenRequest.read(call.bodyText(), version);
    } catch (IllegalArgumentException e) {
      return Reply.status(400);
    }
    Instant now = world.clock().now().truncatedTo(ChronoUnit.MILLIS);
    Soap.Heading heading = new Soap.Heading(now, request.messageId());
    if (!request.appliesTo().equals(SamlAssertions.AUDIENCE)) {
      return Soap.fault(heading, unknownRelyingParty(version, request.appliesTo()));
    }
    return gate.admit(request)
        .map(
            it ->
                Soap.answer(
                    heading,
                    version.responseAction(),
                    TokenResponse.issued(version, now, assertions.issue(it))))
        .orElseGet(() -> Soap.fault(heading, NOT_AUTHENTICATED));
  }

  private static Soap.Fault unknownRelyingParty(TrustVersion version, String name) {
    return new Soap.Fault(
        version.namespace(),
        "InvalidScope",
        "MSIS3020: No relying party trust is known by the identifier '%s'.".formatted(name));
  }
}
