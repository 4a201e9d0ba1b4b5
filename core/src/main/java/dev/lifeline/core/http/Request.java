package dev.lifeline.core.http;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One HTTP request. Prints without headers, body and signature.
 *
 * @param method the HTTP method
 * @param uri where to; may hold a signature
 * @param headers what goes with it; may hold a token
 * @param body what it carries
 * @param repeat when it may be sent again
 */
public record Request(
    String method, URI uri, Map<String, String> headers, Body body, Repeat repeat) {
  public Request {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** A GET, which may be repeated. */
  public static Request get(URI uri) {
    return new Request("GET", uri, Map.of(), Body.empty(), Repeat.ALWAYS);
  }

  /** A POST that is not repeated unless it surely was not carried out. */
  public static Request post(URI uri, Body body) {
    return new Request("POST", uri, Map.of(), body, Repeat.WHEN_NOT_CARRIED_OUT);
  }

  /** The same with one more header, or another value of one that is there. */
  public Request header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Request(method, uri, more, body, repeat);
  }

  /** The same with another rule for when it may be sent again. */
  public Request repeat(Repeat when) {
    return new Request(method, uri, headers, body, when);
  }

  /** The address with its secrets masked. */
  public String shownAddress() {
    return Redaction.shown(uri);
  }

  @Override
  public String toString() {
    return method + " " + shownAddress();
  }
}
