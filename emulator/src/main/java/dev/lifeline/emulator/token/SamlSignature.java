package dev.lifeline.emulator.token;

import static dev.lifeline.emulator.token.SamlAssertions.TYPE;

import dev.lifeline.emulator.xml.Xml;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.w3c.dom.Element;

/** The enveloped signature of an assertion. Thread-safe. */
final class SamlSignature {

  private static final String ID = "AssertionID";

  private final TokenKey key;

  SamlSignature(TokenKey key) {
    this.key = key;
  }

  /** Signs the assertion as a whole; the signature becomes its last child. */
  void sign(Element assertion) {
    assertion.setIdAttribute(ID, true);
    XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
    try {
      Reference whole =
          factory.newReference(
              "#" + assertion.getAttribute(ID),
              factory.newDigestMethod(DigestMethod.SHA256, null),
              List.of(
                  factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                  factory.newTransform(
                      CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)),
              null,
              null);
      SignedInfo info =
          factory.newSignedInfo(
              factory.newCanonicalizationMethod(
                  CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
              factory.newSignatureMethod(SignatureMethod.RSA_SHA256, null),
              List.of(whole));
      DOMSignContext context = new DOMSignContext(key.privateKey(), assertion);
      context.setDefaultNamespacePrefix("ds");
      factory.newXMLSignature(info, null).sign(context);
    } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
      throw new IllegalStateException("every Java signs XML", e);
    }
    // Java breaks the value's lines with carriage returns, which clients see as character
    // references
    signature(assertion)
        .flatMap(it -> Xml.child(it, XMLSignature.XMLNS, "SignatureValue"))
        .ifPresent(it -> it.setTextContent(it.getTextContent().replaceAll("\\s", "")));
  }

  /** Whether our key has signed this very element, and nothing in it has changed since. */
  boolean holds(Element assertion) {
    Optional<Element> signature = signature(assertion);
    if (signature.isEmpty() || !assertion.hasAttribute(ID)) {
      return false;
    }
    try {
      DOMValidateContext context = new DOMValidateContext(key.publicKey(), signature.get());
      context.setProperty("org.jcp.xml.dsig.secureValidation", true);
      context.setIdAttributeNS(assertion, null, ID);
      XMLSignature read = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
      List<Reference> references = read.getSignedInfo().getReferences();
      return references.size() == 1
          && ("#" + assertion.getAttribute(ID)).equals(references.get(0).getURI())
          && read.validate(context);
    } catch (MarshalException | XMLSignatureException e) {
      return false;
    }
  }

  private static Optional<Element> signature(Element assertion) {
    return Xml.is(assertion, TYPE, "Assertion")
        ? Xml.child(assertion, XMLSignature.XMLNS, "Signature")
        : Optional.empty();
  }
}
