package dev.lifeline.emulator.token;

import dev.lifeline.emulator.world.World;
import dev.lifeline.emulator.xml.Xml;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.w3c.dom.Element;

/**
 * SAML 1.1 assertions: issued by the look-alike of AD FS, checked by Entra ID. Thread-safe.
 *
 * <p>One key signs for both, as if Entra ID had been told which certificate AD FS signs with.
 */
public final class SamlAssertions {

  /** The kind of token, as WS-Trust and Entra ID name it. */
  public static final String TYPE = "urn:oasis:names:tc:SAML:1.0:assertion";

  /** Entra ID, as AD FS knows it. */
  public static final String AUDIENCE = "urn:federation:MicrosoftOnline";

  /** How long an assertion is good for. */
  public static final Duration LIFETIME = Duration.ofHours(1);

  private static final String CLAIMS = "http://schemas.xmlsoap.org/claims";
  private static final String LIVE_ID = "http://schemas.microsoft.com/LiveID/Federation/2008/05";
  private static final String SUBJECT =
      """
      <saml:Subject>\
      <saml:NameIdentifier Format="urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified">%s\
      </saml:NameIdentifier>\
      <saml:SubjectConfirmation>\
      <saml:ConfirmationMethod>urn:oasis:names:tc:SAML:1.0:cm:bearer</saml:ConfirmationMethod>\
      </saml:SubjectConfirmation></saml:Subject>""";

  private final World world;
  private final SamlSignature signature;
  private final Supplier<UUID> ids;

  /**
   * Assertions of a world.
   *
   * @param world whose clock they are judged by
   * @param key what they are signed with
   * @param ids where their ids come from
   */
  public SamlAssertions(World world, TokenKey key, Supplier<UUID> ids) {
    this.world = world;
    this.signature = new SamlSignature(key);
    this.ids = ids;
  }

  /**
   * Whom an assertion is about.
   *
   * @param issuer the federation service's identifier
   * @param username the user principal name
   * @param immutableId what links the account on premises to the one in Entra ID
   */
  public record Subject(String issuer, String username, String immutableId) {}

  /** A signed assertion that holds from now on for {@link #LIFETIME}; complete in itself. */
  public String issue(Subject subject) {
    Instant now = world.clock().now().truncatedTo(ChronoUnit.MILLIS);
    String text =
        """
        <saml:Assertion xmlns:saml="%s" MajorVersion="1" MinorVersion="1" AssertionID="_%s" \
        Issuer="%s" IssueInstant="%s">\
        <saml:Conditions NotBefore="%s" NotOnOrAfter="%s"><saml:AudienceRestrictionCondition>\
        <saml:Audience>%s</saml:Audience></saml:AudienceRestrictionCondition></saml:Conditions>\
        <saml:AttributeStatement>%s%s%s</saml:AttributeStatement>\
        <saml:AuthenticationStatement AuthenticationInstant="%s" \
        AuthenticationMethod="urn:oasis:names:tc:SAML:1.0:am:password">%s\
        </saml:AuthenticationStatement></saml:Assertion>"""
            .formatted(
                TYPE,
                ids.get(),
                Xml.escape(subject.issuer()),
                now,
                now,
                now.plus(LIFETIME),
                AUDIENCE,
                subject(subject),
                attribute("UPN", CLAIMS, subject.username()),
                attribute("ImmutableID", LIVE_ID, subject.immutableId()),
                now,
                subject(subject));
    Element assertion = Xml.parse(text).getDocumentElement();
    signature.sign(assertion);
    return Xml.write(assertion);
  }

  /**
   * Whom an assertion is about; empty unless it is ours, unchanged, for Entra ID, and valid now.
   */
  public Optional<Subject> read(String text) {
    Element assertion;
    try {
      assertion = Xml.parse(text).getDocumentElement();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (!Xml.is(assertion, TYPE, "Assertion") || !signature.holds(assertion)) {
      return Optional.empty();
    }
    return Xml.child(assertion, TYPE, "Conditions")
        .filter(this::areMet)
        .flatMap(conditions -> Xml.child(assertion, TYPE, "AttributeStatement"))
        .map(
            it ->
                new Subject(
                    assertion.getAttribute("Issuer"),
                    value(it, "UPN").orElse(""),
                    value(it, "ImmutableID").orElse("")));
  }

  private boolean areMet(Element conditions) {
    Optional<String> audience =
        Xml.child(conditions, TYPE, "AudienceRestrictionCondition")
            .flatMap(it -> Xml.child(it, TYPE, "Audience"))
            .map(Element::getTextContent);
    try {
      Instant now = world.clock().now();
      return audience.filter(AUDIENCE::equals).isPresent()
          && !now.isBefore(Instant.parse(conditions.getAttribute("NotBefore")))
          && now.isBefore(Instant.parse(conditions.getAttribute("NotOnOrAfter")));
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static Optional<String> value(Element statement, String name) {
    for (var it = statement.getFirstChild(); it != null; it = it.getNextSibling()) {
      if (it instanceof Element attribute && attribute.getAttribute("AttributeName").equals(name)) {
        return Xml.child(attribute, TYPE, "AttributeValue").map(Element::getTextContent);
      }
    }
    return Optional.empty();
  }

  private static String subject(Subject subject) {
    return SUBJECT.formatted(Xml.escape(subject.immutableId()));
  }

  private static String attribute(String name, String namespace, String value) {
    return """
    <saml:Attribute AttributeName="%s" AttributeNamespace="%s">\
    <saml:AttributeValue>%s</saml:AttributeValue></saml:Attribute>"""
        .formatted(name, namespace, Xml.escape(value));
  }
}
