package dev.lifeline.core.http;

import java.net.URI;
import java.util.regex.Pattern;

/** Masks what is secret in an address. */
final class Redaction {
  private static final Pattern SIGNATURE = Pattern.compile("(?i)(^|[?&])(sig|code|password)=[^&]*");
  private static final Pattern USER = Pattern.compile("//[^/@]*@");

  private Redaction() {}

  static String shown(URI uri) {
    String withoutUser = USER.matcher(uri.toString()).replaceFirst("//***@");
    return SIGNATURE.matcher(withoutUser).replaceAll("$1$2=***");
  }
}
