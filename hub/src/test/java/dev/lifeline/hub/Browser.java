package dev.lifeline.hub;

import dev.lifeline.core.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** As much of a browser as signing in needs: it keeps cookies and says where a form comes from. */
public final class Browser {
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([0-9a-f]{64})\"");

  private final URI hub;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, String> cookies = new HashMap<>();
  private final Map<String, String> headers = new HashMap<>();
  private String csrf = "";

  public Browser(URI hub) {
    this.hub = hub;
    headers.put("Sec-Fetch-Site", "same-origin");
  }

  /** The same with a header in place of what it usually sends; null for none. */
  public Browser with(String name, @Nullable String value) {
    Browser other = new Browser(hub);
    other.cookies.putAll(cookies);
    other.headers.clear();
    other.headers.putAll(headers);
    other.csrf = csrf;
    if (value == null) {
      other.headers.remove(name);
    } else {
      other.headers.put(name, value);
    }
    return other;
  }

  /** Signs somebody in with a password, and sees the first page. */
  public HubLab.Answer signIn(String name, String password)
      throws IOException, InterruptedException {
    HubLab.Answer answer = post("/sign-in", Map.of("name", name, "password", password));
    if (answer.status() == 303) {
      get("/");
    }
    return answer;
  }

  public HubLab.Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  /** Sends a form, with what the last page had to be sent back. */
  public HubLab.Answer post(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    Map<String, String> all = new HashMap<>(fields);
    all.putIfAbsent("csrf", csrf);
    String body =
        all.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Calls the API as a page's script does. */
  public HubLab.Answer call(String method, String path, @Nullable Object body)
      throws IOException, InterruptedException {
    return send(
        request(path.replace(" ", "%20"))
            .header("X-CSRF-Token", csrf)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(Json.write(body))));
  }

  /** The value of a cookie, or null. */
  public @Nullable String cookie(String name) {
    return cookies.get(name);
  }

  /** What changes are proved with. */
  public String csrf() {
    return csrf;
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(hub.resolve(path));
    headers.forEach(request::header);
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(each -> each.getKey() + "=" + each.getValue())
              .collect(Collectors.joining("; ")));
    }
    return request;
  }

  private HubLab.Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    for (String cookie : answer.headers().allValues("set-cookie")) {
      String pair = cookie.substring(0, cookie.indexOf(';'));
      String name = pair.substring(0, pair.indexOf('='));
      if (cookie.contains("Max-Age=0;")) {
        cookies.remove(name);
      } else {
        cookies.put(name, pair.substring(pair.indexOf('=') + 1));
      }
    }
    Matcher found = CSRF.matcher(answer.body());
    if (found.find()) {
      csrf = found.group(1);
    }
    return new HubLab.Answer(answer.statusCode(), answer.headers().map(), answer.body());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Where an answer leads; empty when nowhere. */
  public static String place(HubLab.Answer answer) {
    return String.join("", answer.headers().getOrDefault("location", List.of()));
  }
}
