package dev.lifeline.core.entra;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an identity provider says in place of an assertion (SOAP 1.2).
 *
 * @param code the last word of its code, without a namespace
 * @param text its own words, may be empty
 */
record SoapFault(String code, String text) {
  private static final Pattern FAULT = Pattern.compile("<(?:\\w+:)?Fault[\\s>]");
  private static final Pattern CODE =
      Pattern.compile(
          "<(?:\\w+:)?Subcode[^>]*>\\s*<(?:\\w+:)?Value[^>]*>\\s*(?:\\w+:)?(\\w+)\\s*<");
  private static final Pattern TEXT = Pattern.compile("<(?:\\w+:)?Text[^>]*>([^<]*)<");

  /** The fault in an answer; empty when there is none. */
  static Optional<SoapFault> in(String xml) {
    return FAULT.matcher(xml).find()
        ? Optional.of(new SoapFault(first(CODE, xml), unescaped(first(TEXT, xml)).strip()))
        : Optional.empty();
  }

  /** Whether user name or password were wrong (WS-Trust: fault codes). */
  boolean isOfThePassword() {
    return code.equals("FailedAuthentication");
  }

  private static String first(Pattern pattern, String xml) {
    Matcher matcher = pattern.matcher(xml);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
  }
}
