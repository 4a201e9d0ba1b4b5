package dev.lifeline.hub.web;

import io.javalin.http.Context;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from, and where it was sent to. Behind a proxy of the hub's own, the proxy
 * says so; what a client put into the same headers stands before that, and does not count.
 */
final class Sender {
  private static final int LONGEST = 64;

  private Sender() {}

  /** The address that the client used: {@code https://host:port}. */
  static String address(Context context, boolean behindProxy) {
    @Nullable String scheme = behindProxy ? last(context, "X-Forwarded-Proto") : null;
    boolean isKnown = "https".equals(scheme) || "http".equals(scheme);
    return (isKnown ? scheme : context.scheme()) + "://" + context.host();
  }

  /** The client's own address. */
  static String from(Context context, boolean behindProxy) {
    @Nullable String from = behindProxy ? last(context, "X-Forwarded-For") : null;
    return from == null || from.isEmpty() || from.length() > LONGEST ? context.ip() : from;
  }

  private static @Nullable String last(Context context, String name) {
    @Nullable String value = context.header(name);
    return value == null
        ? null
        : Arrays.stream(value.split(",", -1)).map(String::strip).reduce("", (a, b) -> b);
  }
}
