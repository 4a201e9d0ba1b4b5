package dev.lifeline.emulator.scenario;

import dev.lifeline.emulator.server.Call;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong for certain requests.
 *
 * @param service entra, lcs, graph or blob
 * @param method the method in upper case, null for any
 * @param path what must be found in the raw path (a regular expression), null for any
 * @param skip how many fitting requests are answered well first
 * @param times how many after those go wrong
 * @param action what goes wrong
 */
public record Fault(
    String service,
    @Nullable String method,
    @Nullable Pattern path,
    int skip,
    int times,
    FaultAction action) {

  /** Refuses counts that mean nothing. */
  public Fault {
    if (skip < 0 || times < 1) {
      throw new IllegalArgumentException(
          "a fault skips none or more requests and hits one or more");
    }
  }

  /** The next request whose path matches goes wrong, once. */
  public static Fault once(String service, String method, String path, FaultAction action) {
    return new Fault(service, method, Pattern.compile(path), 0, 1, action);
  }

  /** The same fault after that many good answers. */
  public Fault after(int good) {
    return new Fault(service, method, path, good, times, action);
  }

  /** The same fault that many times. */
  public Fault times(int count) {
    return new Fault(service, method, path, skip, count, action);
  }

  boolean fits(String name, Call call) {
    return service.equals(name)
        && (method == null || method.equals(call.method()))
        && (path == null || path.matcher(call.path()).find());
  }
}
