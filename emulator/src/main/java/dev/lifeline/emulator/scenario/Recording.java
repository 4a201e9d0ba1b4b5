package dev.lifeline.emulator.scenario;

import dev.lifeline.emulator.server.Call;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Turns a request into what may be shown of it. */
final class Recording {

  private static final String MASK = "***";
  private static final Set<String> SECRET_QUERY_NAMES =
      Set.of("sig", "password", "access_token", "refresh_token", "client_secret", "code");
  private static final Set<String> SECRET_HEADERS =
      Set.of("authorization", "cookie", "proxy-authorization", "x-ms-copy-source");
  private static final List<String> SIGN_IN_FIELDS =
      List.of("grant_type", "client_id", "username", "scope", "resource");

  private Recording() {}

  /** The query with the values of secrets masked. */
  static String query(Call call) {
    StringBuilder masked = new StringBuilder();
    for (String pair : call.query().split("&", -1)) {
      String name = pair.contains("=") ? pair.substring(0, pair.indexOf('=')) : pair;
      boolean secret = SECRET_QUERY_NAMES.contains(name.toLowerCase(Locale.ROOT));
      masked.append(masked.isEmpty() ? "" : "&").append(secret ? name + "=" + MASK : pair);
    }
    return masked.toString();
  }

  /** The headers with the values of secrets masked. */
  static Map<String, String> headers(Call call) {
    Map<String, String> headers = new LinkedHashMap<>();
    call.headers()
        .forEach(
            (name, values) ->
                headers.put(
                    name,
                    SECRET_HEADERS.contains(name.toLowerCase(Locale.ROOT))
                        ? MASK
                        : String.join(", ", values)));
    return headers;
  }

  /** The fields of a sign-in that hold no secret. */
  static Map<String, String> form(Call call) throws IOException {
    boolean isForm =
        call.header("Content-Type")
            .filter(it -> it.startsWith("application/x-www-form-urlencoded"))
            .isPresent();
    Map<String, String> shown = new LinkedHashMap<>();
    if (isForm) {
      Map<String, String> form = call.form();
      for (String name : SIGN_IN_FIELDS) {
        String value = form.get(name);
        if (value != null) {
          shown.put(name, value);
        }
      }
    }
    return shown;
  }

  /** The announced length of the body. */
  static long bytes(Call call) {
    return call.header("Content-Length")
        .filter(it -> it.matches("[0-9]{1,18}"))
        .map(Long::parseLong)
        .orElse(0L);
  }
}
