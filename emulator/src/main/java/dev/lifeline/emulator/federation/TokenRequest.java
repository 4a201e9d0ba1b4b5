package dev.lifeline.emulator.federation;

import dev.lifeline.emulator.world.Password;
import dev.lifeline.emulator.xml.Xml;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * A request for a security token, with user name and password in its header.
 *
 * @param username the user name, as it was written
 * @param password the password, null when it is empty
 * @param appliesTo for whom the token is asked
 * @param messageId what the answer relates to, null if the request has none
 */
record TokenRequest(
    String username, @Nullable Password password, String appliesTo, @Nullable String messageId) {

  /**
   * Reads an envelope. Its time stamp is not judged: the emulator's clock may have been turned.
   *
   * @throws IllegalArgumentException if it is not one, or not of that version; its message quotes
   *     nothing of it
   */
  static TokenRequest read(String envelope, TrustVersion version) {
    Element root = Xml.parse(envelope).getDocumentElement();
    if (!Xml.is(root, Soap.ENVELOPE, "Envelope")) {
      throw missing("Envelope");
    }
    Element header = child(root, Soap.ENVELOPE, "Header");
    Element user = child(child(header, Soap.SECURITY, "Security"), Soap.SECURITY, "UsernameToken");
    Element request =
        child(child(root, Soap.ENVELOPE, "Body"), version.namespace(), "RequestSecurityToken");
    Element reference =
        child(child(request, Soap.POLICY, "AppliesTo"), Soap.ADDRESSING, "EndpointReference");
    String password = text(user, Soap.SECURITY, "Password");
    return new TokenRequest(
        text(user, Soap.SECURITY, "Username"),
        password.isEmpty() ? null : new Password(password),
        text(reference, Soap.ADDRESSING, "Address").strip(),
        messageId(header).orElse(null));
  }

  /** WS-Addressing writes it with a capital letter, MSAL for Java with a small one. */
  private static Optional<String> messageId(Element header) {
    return Xml.child(header, Soap.ADDRESSING, "MessageID")
        .or(() -> Xml.child(header, Soap.ADDRESSING, "messageID"))
        .map(Element::getTextContent);
  }

  private static String text(Element parent, String namespace, String name) {
    return child(parent, namespace, name).getTextContent();
  }

  private static Element child(Element parent, String namespace, String name) {
    return Xml.child(parent, namespace, name).orElseThrow(() -> missing(name));
  }

  private static IllegalArgumentException missing(String name) {
    return new IllegalArgumentException("no " + name + " where one belongs");
  }
}
