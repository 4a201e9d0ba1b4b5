package dev.lifeline.emulator.entra;

import dev.lifeline.emulator.server.Call;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request for a token or for a device code.
 *
 * @param tenant the tenant in the path
 * @param form the fields of the body
 * @param v1 whether it came to the v1 endpoint
 */
record TokenRequest(String tenant, Map<String, String> form, boolean v1) {

  private static final String FORM = "application/x-www-form-urlencoded";

  TokenRequest {
    form = Map.copyOf(form);
  }

  static TokenRequest of(Call call, String tenant, boolean v1) throws IOException {
    return new TokenRequest(tenant, formOf(call), v1);
  }

  /** The fields of the body; a body of any other type has none. */
  static Map<String, String> formOf(Call call) throws IOException {
    boolean isForm =
        call.header("Content-Type")
            .map(it -> it.toLowerCase(Locale.ROOT))
            .filter(it -> it.startsWith(FORM))
            .isPresent();
    return isForm ? call.form() : Map.of();
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(form.get(name)).filter(it -> !it.isEmpty());
  }

  /**
   * A field that has to be there.
   *
   * @throws RefusedException if it is not
   */
  String get(String name) throws RefusedException {
    return find(name).orElseThrow(() -> new RefusedException(Aadsts.PARAMETER_MISSING, name));
  }

  /** The names only: the values hold passwords. */
  @Override
  public String toString() {
    return "TokenRequest[" + tenant + ", " + form.keySet() + "]";
  }
}
