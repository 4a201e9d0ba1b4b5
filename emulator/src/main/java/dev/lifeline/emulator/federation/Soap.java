package dev.lifeline.emulator.federation;

import dev.lifeline.emulator.server.Reply;
import dev.lifeline.emulator.xml.Xml;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** SOAP 1.2 envelopes as AD FS writes them. */
final class Soap {

  static final String ENVELOPE = "http://www.w3.org/2003/05/soap-envelope";
  static final String ADDRESSING = "http://www.w3.org/2005/08/addressing";
  static final String POLICY = "http://schemas.xmlsoap.org/ws/2004/09/policy";
  static final String SECURITY =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
  static final String SECURITY_UTILITY =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

  private static final String FAULT_ACTION = ADDRESSING + "/soap/fault";
  private static final Duration MESSAGE_LIFETIME = Duration.ofMinutes(5);

  private Soap() {}

  /**
   * What an answer says in its header.
   *
   * @param at when it is written
   * @param relatesTo the request's message id, null if it has none
   */
  record Heading(Instant at, @Nullable String relatesTo) {}

  /** An answer that carries what was asked for. */
  static Reply answer(Heading heading, String action, String body) {
    return reply(200, envelope(heading, action, body));
  }

  /** A fault of the sender, which AD FS answers with status 500. */
  static Reply fault(Heading heading, Fault fault) {
    String body =
        """
        <s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode>\
        <s:Value xmlns:a="%s">a:%s</s:Value></s:Subcode></s:Code>\
        <s:Reason><s:Text xml:lang="en-US">%s</s:Text></s:Reason></s:Fault>"""
            .formatted(fault.namespace(), fault.name(), Xml.escape(fault.reason()));
    return reply(500, envelope(heading, FAULT_ACTION, body));
  }

  /**
   * Why there is no token.
   *
   * @param namespace the namespace of the code
   * @param name the code
   * @param reason the same in words
   */
  record Fault(String namespace, String name, String reason) {}

  private static Reply reply(int status, String envelope) {
    return Reply.status(status).text("application/soap+xml; charset=utf-8", envelope);
  }

  private static String envelope(Heading heading, String action, String body) {
    Instant at = heading.at().truncatedTo(ChronoUnit.MILLIS);
    String relatesTo = heading.relatesTo();
    return """
    <s:Envelope xmlns:s="%s" xmlns:a="%s" xmlns:u="%s"><s:Header>\
    <a:Action s:mustUnderstand="1">%s</a:Action>%s\
    <o:Security s:mustUnderstand="1" xmlns:o="%s"><u:Timestamp u:Id="_0">\
    <u:Created>%s</u:Created><u:Expires>%s</u:Expires></u:Timestamp></o:Security>\
    </s:Header><s:Body>%s</s:Body></s:Envelope>"""
        .formatted(
            ENVELOPE,
            ADDRESSING,
            SECURITY_UTILITY,
            action,
            relatesTo == null ? "" : "<a:RelatesTo>" + Xml.escape(relatesTo) + "</a:RelatesTo>",
            SECURITY,
            at,
            at.plus(MESSAGE_LIFETIME),
            body);
  }
}
