package dev.lifeline.emulator.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The surface of a service as a readable list. A template such as {@code /projects/{project}/open}
 * takes one segment of a path for each name in braces; the rest is compared without regard to case.
 * Thread-safe once it is complete.
 */
public final class Routes implements Service {
  private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}", Pattern.CASE_INSENSITIVE);

  private final List<Route> routes = new ArrayList<>();
  private final Service otherwise;

  /**
   * No routes yet.
   *
   * @param otherwise answers what no route takes
   */
  public Routes(Service otherwise) {
    this.otherwise = otherwise;
  }

  /** Answers one route. */
  @FunctionalInterface
  public interface Handler {
    /**
     * The answer to one request.
     *
     * @throws IOException if the request could not be read
     */
    Reply answer(Call call, Names names) throws IOException;
  }

  /** What stands in the path in place of a template's names, decoded. */
  public static final class Names {
    private final Map<String, String> values;

    private Names(Map<String, String> values) {
      this.values = values;
    }

    /**
     * The value of a name.
     *
     * @throws IllegalArgumentException if the template has no such name
     */
    public String get(String name) {
      String value = values.get(name);
      if (value == null) {
        throw new IllegalArgumentException("the route has no {" + name + "}");
      }
      return value;
    }
  }

  /** Adds a route; the first that fits answers. */
  public Routes on(String method, String template, Handler handler) {
    List<Pattern> segments = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String segment : template.split("/", -1)) {
      if (!segment.isEmpty()) {
        segments.add(pattern(segment, names));
      }
    }
    routes.add(new Route(method, template, segments, names, handler));
    return this;
  }

  /** Each route as {@code METHOD template}. */
  public List<String> list() {
    return routes.stream().map(it -> it.method() + " " + it.template()).toList();
  }

  @Override
  public Reply answer(Call call) throws IOException {
    List<String> path = call.segments();
    boolean known = false;
    for (Route route : routes) {
      Optional<Names> names = route.match(path);
      if (names.isPresent()) {
        if (route.method().equals(call.method())) {
          return route.handler().answer(call, names.get());
        }
        known = true;
      }
    }
    return known ? Reply.status(405) : otherwise.answer(call);
  }

  private static Pattern pattern(String segment, List<String> names) {
    StringBuilder pattern = new StringBuilder();
    Matcher name = NAME.matcher(segment);
    int from = 0;
    while (name.find()) {
      pattern.append(Pattern.quote(segment.substring(from, name.start()))).append("(.+)");
      names.add(name.group(1));
      from = name.end();
    }
    pattern.append(Pattern.quote(segment.substring(from)));
    return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  private record Route(
      String method, String template, List<Pattern> segments, List<String> names, Handler handler) {

    Optional<Names> match(List<String> path) {
      if (path.size() != segments.size()) {
        return Optional.empty();
      }
      List<String> values = new ArrayList<>();
      for (int i = 0; i < path.size(); i++) {
        Matcher matcher = segments.get(i).matcher(path.get(i));
        if (!matcher.matches()) {
          return Optional.empty();
        }
        for (int group = 1; group <= matcher.groupCount(); group++) {
          values.add(matcher.group(group));
        }
      }
      Map<String, String> named = new LinkedHashMap<>();
      for (int i = 0; i < values.size(); i++) {
        named.put(names.get(i), values.get(i));
      }
      return Optional.of(new Names(named));
    }
  }
}
