package dev.lifeline.hub.description;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.json.Json;
import dev.lifeline.emulator.peers.Peers;
import dev.lifeline.hub.ApiContract;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.model.TokenScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The OpenAPI document beside the table of routes, and before a judge of such documents. */
class ApiDescriptionTest {
  private static final String WHERE = "hub/src/main/resources/dev/lifeline/hub/description";
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "patch", "delete", "options", "head");
  private static final Map<String, Object> DOCUMENT = ApiDescription.document();

  @Test
  void every_route_is_described() {
    List<String> missing =
        described()
            .filter(route -> operation(route) == null)
            .map(
                route ->
                    "the route %s is not described: add \"%s\" to \"%s\" in a file of %s, and a new file to ApiDescription.PARTS"
                        .formatted(route, method(route), route.template(), WHERE))
            .toList();

    assertThat(missing).isEmpty();
  }

  @Test
  void every_operation_has_its_route() {
    Set<String> routes = new HashSet<>();
    described().forEach(route -> routes.add(method(route) + " " + route.template()));
    List<String> tooMany = new ArrayList<>();
    map(DOCUMENT.get("paths"))
        .forEach(
            (path, item) ->
                map(item).keySet().stream()
                    .filter(METHODS::contains)
                    .map(method -> method + " " + path)
                    .filter(each -> !routes.contains(each))
                    .forEach(each -> tooMany.add("no route: take '" + each + "' out of " + WHERE)));

    assertThat(tooMany).isEmpty();
  }

  @Test
  void an_operation_is_called_as_its_route_and_takes_what_its_path_names() {
    List<String> expected = new ArrayList<>();
    List<String> found = new ArrayList<>();
    described()
        .forEach(
            route -> {
              expected.add(camelCase(route.name()) + " " + variables(route.template()));
              found.add(operation(route).get("operationId") + " " + pathParameters(route));
            });

    assertThat(found).isEqualTo(expected);
  }

  @Test
  void an_operation_asks_for_the_scope_of_its_route() {
    List<String> expected = new ArrayList<>();
    List<String> found = new ArrayList<>();
    described()
        .forEach(
            route -> {
              List<String> scope = route.scope().map(TokenScope::id).stream().toList();
              expected.add(
                  route
                      + (route.isOpen()
                          ? "[]"
                          : List.of(Map.of("bearer", scope), Map.of("basic", scope)).toString()));
              found.add(route + String.valueOf(operation(route).get("security")));
            });

    assertThat(found).isEqualTo(expected);
  }

  @Test
  void the_scopes_are_those_of_tokens() {
    assertThat(map(schemas().get("Scope")).get("enum"))
        .isEqualTo(Arrays.stream(TokenScope.values()).map(TokenScope::id).toList());
  }

  @Test
  void a_field_of_an_answer_of_the_hubs_own_is_always_there() {
    Set<String> optional = new TreeSet<>();
    described()
        .filter(route -> route.template().startsWith("/api/v1/"))
        .forEach(
            route ->
                map(operation(route).get("responses"))
                    .forEach(
                        (status, response) -> {
                          if (!status.equals("default")) {
                            collectOptional(route.name(), response, optional);
                          }
                        }));

    assertThat(optional).isEmpty();
  }

  @Test
  void a_judge_of_such_documents_finds_nothing_wrong(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("openapi.json"), Json.write(DOCUMENT));

    assertThat(judged(file)).isEqualTo("[]");
  }

  @Test
  void the_judge_sees_what_is_wrong(@TempDir Path folder) throws Exception {
    String wrong = Json.write(DOCUMENT).replace("schemas/AuditEntries\"", "schemas/Nothing\"");
    Path file = Files.writeString(folder.resolve("openapi.json"), wrong);

    assertThat(judged(file)).contains("resolve $ref");
  }

  private static String judged(Path file) throws IOException, InterruptedException {
    String script =
        """
        const { createConfig, lint } = require('@redocly/openapi-core');
        (async () => {
          const config = await createConfig({ extends: ['recommended-strict'], rules: {
            // fixed segments come first, as the specification has it
            'no-ambiguous-paths': 'off',
            // what is refused is the same everywhere, and described once, as 'default'
            'operation-4xx-response': 'off' } });
          const problems = await lint({ ref: process.argv[2], config });
          console.log(JSON.stringify(problems.map((it) => it.ruleId + ': ' + it.message + ' '
            + it.location[0].pointer)));
        })();
        """;
    return Peers.node(script, Map.of("REDOCLY_TELEMETRY", "off"), file.toString())
        .outputOfSuccess()
        .strip();
  }

  private static Stream<Route> described() {
    return Arrays.stream(Route.values()).filter(ApiContract::describes);
  }

  private static Map<String, Object> operation(Route route) {
    Object item = map(DOCUMENT.get("paths")).get(route.template());
    Object operation = item == null ? null : map(item).get(method(route));
    return operation == null ? null : map(operation);
  }

  private static String method(Route route) {
    return route.method().name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> schemas() {
    return map(map(DOCUMENT.get("components")).get("schemas"));
  }

  private static List<String> variables(String template) {
    Matcher matcher = Pattern.compile("\\{([^}]+)}").matcher(template);
    return matcher.results().map(each -> each.group(1)).toList();
  }

  private static List<String> pathParameters(Route route) {
    List<String> names = new ArrayList<>();
    for (Object holder :
        List.of(map(map(DOCUMENT.get("paths")).get(route.template())), operation(route))) {
      if (map(holder).get("parameters") instanceof List<?> parameters) {
        parameters.stream()
            .map(ApiDescriptionTest::resolved)
            .filter(each -> "path".equals(each.get("in")))
            .forEach(each -> names.add(String.valueOf(each.get("name"))));
      }
    }
    return names;
  }

  private static void collectOptional(String where, Object node, Set<String> optional) {
    if (node instanceof List<?> list) {
      list.forEach(each -> collectOptional(where, each, optional));
    } else if (node instanceof Map<?, ?>) {
      Map<String, Object> schema = resolved(node);
      Object properties = schema.get("properties");
      if (properties != null && "object".equals(schema.get("type"))) {
        Set<String> names = new HashSet<>(map(properties).keySet());
        if (schema.get("required") instanceof List<?> required) {
          required.forEach(names::remove);
        }
        names.forEach(name -> optional.add(where + ": '" + name + "' is not in \"required\""));
      }
      schema.values().forEach(each -> collectOptional(where, each, optional));
    }
  }

  private static Map<String, Object> resolved(Object node) {
    Map<String, Object> thing = map(node);
    if (!(thing.get("$ref") instanceof String reference)) {
      return thing;
    }
    Map<String, Object> found = DOCUMENT;
    for (String name : reference.replace("#/", "").split("/", -1)) {
      found = map(found.get(name));
    }
    return found;
  }

  private static Map<String, Object> map(Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    ((Map<?, ?>) value).forEach((name, each) -> map.put(String.valueOf(name), each));
    return map;
  }

  private static String camelCase(String name) {
    Matcher matcher = Pattern.compile("_([a-z])").matcher(name.toLowerCase(Locale.ROOT));
    return matcher.replaceAll(each -> each.group(1).toUpperCase(Locale.ROOT));
  }
}
