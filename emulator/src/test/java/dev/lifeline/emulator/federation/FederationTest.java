package dev.lifeline.emulator.federation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.Lab;
import dev.lifeline.emulator.world.Account;
import dev.lifeline.emulator.world.Password;
import dev.lifeline.emulator.xml.Xml;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FederationTest {

  private static final String SOAP = "application/soap+xml; charset=utf-8";
  private static final String FEDERATED = "federated@contoso.example";

  private final Lab lab;

  FederationTest() throws Exception {
    lab = new Lab();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void the_metadata_leads_to_both_versions_of_ws_trust() throws Exception {
    Lab.Answer answer = lab.send(HttpRequest.newBuilder(url(FederationService.METADATA_PATH)));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(Xml.parse(answer.body()).getDocumentElement().getLocalName())
        .isEqualTo("definitions");
    for (TrustVersion version : TrustVersion.values()) {
      assertThat(answer.body())
          .contains("<wsa10:Address>" + url(version.path()) + "</wsa10:Address>")
          .contains("soapAction=\"" + version.requestAction() + "\"");
    }
  }

  @ParameterizedTest
  @EnumSource(TrustVersion.class)
  void the_right_password_brings_an_assertion_for_entra_id(TrustVersion version) throws Exception {
    Lab.Answer answer = ask(version, FEDERATED, password());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .contains("<saml:Audience>urn:federation:MicrosoftOnline</saml:Audience>")
        .contains("<saml:AttributeValue>federated@contoso.example</saml:AttributeValue>")
        .contains("<trust:TokenType>urn:oasis:names:tc:SAML:1.0:assertion</trust:TokenType>")
        .contains("<a:RelatesTo>urn:uuid:1&amp;2</a:RelatesTo>");
  }

  @ParameterizedTest
  @EnumSource(TrustVersion.class)
  void a_wrong_password_is_a_fault_and_counts_once(TrustVersion version) throws Exception {
    Lab.Answer answer = ask(version, FEDERATED, "wrong");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body())
        .contains("a:FailedAuthentication", "ID3242")
        .doesNotContain("Assertion");
    assertThat(account().wrongPasswords()).isEqualTo(1);
  }

  @Test
  void an_unknown_user_cannot_be_told_from_a_wrong_password() throws Exception {
    Lab.Answer unknown = ask(TrustVersion.OASIS_13, "nobody@contoso.example", password());
    Lab.Answer wrong = ask(TrustVersion.OASIS_13, FEDERATED, "wrong");

    assertThat(unknown.status()).isEqualTo(wrong.status());
    assertThat(unknown.body()).isEqualTo(wrong.body());
  }

  @Test
  void an_account_that_entra_id_manages_has_no_password_here() throws Exception {
    assertThat(ask(TrustVersion.OASIS_13, "deploy@contoso.example", password()).status())
        .isEqualTo(500);
  }

  @Test
  void ten_wrong_passwords_lock_the_account_here_too() throws Exception {
    for (int i = 0; i < 10; i++) {
      ask(TrustVersion.OASIS_13, FEDERATED, "wrong");
    }

    assertThat(ask(TrustVersion.OASIS_13, FEDERATED, password()).status()).isEqualTo(500);
    lab.clock.turn(Duration.ofMinutes(2));
    assertThat(ask(TrustVersion.OASIS_13, FEDERATED, password()).status()).isEqualTo(200);
  }

  @Test
  void a_password_of_any_characters_is_read_as_utf_8() throws Exception {
    String password = "<Grün & \"laut\"> €";
    lab.emulator.world().changePassword(account(), new Password(password));

    assertThat(ask(TrustVersion.OASIS_13, FEDERATED, password).status()).isEqualTo(200);
  }

  @Test
  void a_token_for_another_party_is_refused() throws Exception {
    String envelope =
        envelope(TrustVersion.OASIS_13, FEDERATED, password())
            .replace("urn:federation:MicrosoftOnline", "urn:&lt;other&gt;");

    Lab.Answer answer = post(TrustVersion.OASIS_13, SOAP, envelope);

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).contains("a:InvalidScope", "urn:&lt;other&gt;");
  }

  @Test
  void what_is_no_envelope_is_a_bad_request() throws Exception {
    String withDoctype = "<!DOCTYPE x>" + envelope(TrustVersion.OASIS_13, FEDERATED, password());

    assertThat(post(TrustVersion.OASIS_13, SOAP, "{}").status()).isEqualTo(400);
    assertThat(post(TrustVersion.OASIS_13, SOAP, "<Envelope/>").status()).isEqualTo(400);
    assertThat(post(TrustVersion.OASIS_13, SOAP, withDoctype).status()).isEqualTo(400);
    assertThat(post(TrustVersion.OASIS_13, "text/plain", "{}").status()).isEqualTo(415);
  }

  @Test
  void the_password_is_in_no_record_of_the_request() throws Exception {
    ask(TrustVersion.OASIS_13, FEDERATED, "not to be seen");
    post(TrustVersion.OASIS_13, SOAP, "<not to be seen>");

    assertThat(lab.send(lab.admin("/received")).body())
        .contains("/adfs/services/trust/13/usernamemixed")
        .doesNotContain("not to be seen");
  }

  private Lab.Answer ask(TrustVersion version, String username, String password) throws Exception {
    return post(version, SOAP, envelope(version, username, password));
  }

  private Lab.Answer post(TrustVersion version, String contentType, String body) throws Exception {
    return lab.send(
        HttpRequest.newBuilder(url(version.path()))
            .header("Content-Type", contentType)
            .header("SOAPAction", version.requestAction())
            .POST(BodyPublishers.ofString(body)));
  }

  private static String envelope(TrustVersion version, String username, String password) {
    return """
    <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" \
    xmlns:a="http://www.w3.org/2005/08/addressing"><s:Header>
    <a:MessageID>urn:uuid:1&amp;2</a:MessageID>
    <o:Security xmlns:o="%s"><o:UsernameToken><o:Username>%s</o:Username>\
    <o:Password>%s</o:Password></o:UsernameToken></o:Security></s:Header>
    <s:Body><t:RequestSecurityToken xmlns:t="%s">
    <wsp:AppliesTo xmlns:wsp="http://schemas.xmlsoap.org/ws/2004/09/policy">\
    <a:EndpointReference><a:Address>urn:federation:MicrosoftOnline</a:Address>\
    </a:EndpointReference></wsp:AppliesTo>
    <t:KeyType>%s</t:KeyType><t:RequestType>%s</t:RequestType>
    </t:RequestSecurityToken></s:Body></s:Envelope>
    """
        .formatted(
            Soap.SECURITY,
            Xml.escape(username),
            Xml.escape(password),
            version.namespace(),
            version.bearerKeyType(),
            version.requestType());
  }

  private URI url(String path) {
    return lab.emulator.addresses().authenticationEndpoint().resolve(path);
  }

  private String password() {
    return lab.emulator.addresses().password().text();
  }

  private Account account() {
    return lab.emulator.world().directory().account(FEDERATED).orElseThrow();
  }
}
