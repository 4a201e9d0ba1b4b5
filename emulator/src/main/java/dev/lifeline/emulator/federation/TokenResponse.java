package dev.lifeline.emulator.federation;

import static dev.lifeline.emulator.token.SamlAssertions.AUDIENCE;
import static dev.lifeline.emulator.token.SamlAssertions.LIFETIME;
import static dev.lifeline.emulator.token.SamlAssertions.TYPE;

import java.time.Instant;

/** The body of an answer to a request for a security token. */
final class TokenResponse {

  private TokenResponse() {}

  /**
   * The answer that carries an assertion.
   *
   * @param version the request's
   * @param now from when the assertion holds
   * @param assertion complete in itself, with its namespaces
   */
  static String issued(TrustVersion version, Instant now, String assertion) {
    String response =
        """
        <trust:RequestSecurityTokenResponse xmlns:trust="%1$s"><trust:Lifetime>\
        <wsu:Created xmlns:wsu="%2$s">%3$s</wsu:Created>\
        <wsu:Expires xmlns:wsu="%2$s">%4$s</wsu:Expires></trust:Lifetime>\
        <wsp:AppliesTo xmlns:wsp="%5$s"><wsa:EndpointReference xmlns:wsa="%6$s">\
        <wsa:Address>%7$s</wsa:Address></wsa:EndpointReference></wsp:AppliesTo>\
        <trust:RequestedSecurityToken>%8$s</trust:RequestedSecurityToken>\
        <trust:TokenType>%9$s</trust:TokenType><trust:RequestType>%10$s</trust:RequestType>\
        <trust:KeyType>%11$s</trust:KeyType></trust:RequestSecurityTokenResponse>"""
            .formatted(
                version.namespace(),
                Soap.SECURITY_UTILITY,
                now,
                now.plus(LIFETIME),
                Soap.POLICY,
                Soap.ADDRESSING,
                AUDIENCE,
                assertion,
                TYPE,
                version.requestType(),
                version.bearerKeyType());
    return version == TrustVersion.FEBRUARY_2005 ? response : collection(version, response);
  }

  /** Version 1.3 answers with a collection, of one. */
  private static String collection(TrustVersion version, String response) {
    return """
    <trust:RequestSecurityTokenResponseCollection xmlns:trust="%s">%s\
    </trust:RequestSecurityTokenResponseCollection>"""
        .formatted(version.namespace(), response);
  }
}
