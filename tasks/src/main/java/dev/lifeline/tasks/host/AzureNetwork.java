package dev.lifeline.tasks.host;

import dev.lifeline.core.json.Json;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.model.Proxy;
import dev.lifeline.core.model.Secret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The agent's own proxy and authorities (Azure Pipelines tasks: proxies and certificates). */
record AzureNetwork(Variables variables) {
  /** The expressions that come from no_proxy: a host, its dots escaped. */
  private static final Pattern HOST_EXPRESSION =
      Pattern.compile("(?:\\^?https?://)?(?:\\.\\*|\\*)?((?:[\\w-]|\\\\?\\.)+?)(?::\\d+)?[/$]*");

  /** What the shared variables say comes first. */
  NetworkSettings settings() {
    NetworkSettings shared = Network.of(variables);
    Path authorities =
        shared.caCertificate() != null
            ? shared.caCertificate()
            : variables.text("AGENT_CAINFO").map(Path::of).orElse(null);
    if (shared.proxy() != null) {
      return new NetworkSettings(authorities, shared.proxy(), shared.withoutProxy());
    }
    @Nullable Proxy proxy = proxy();
    return new NetworkSettings(
        authorities, proxy, proxy == null ? shared.withoutProxy() : withoutProxy());
  }

  private @Nullable Proxy proxy() {
    String url = variables.text("AGENT_PROXYURL").orElse(null);
    if (url == null) {
      return null;
    }
    Proxy bare = Network.read("AGENT_PROXYURL", url.replaceFirst("/+$", ""), Proxy::of);
    String username = variables.text("AGENT_PROXYUSERNAME").orElse(null);
    if (username == null) {
      return bare;
    }
    Secret secret =
        variables
            .exact("SECRET_AGENT_PROXYPASSWORD")
            .or(() -> variables.exact("AGENT_PROXYPASSWORD"))
            .map(Secret::of)
            .orElse(null);
    return new Proxy(bare.host(), bare.port(), username, secret);
  }

  /** Expressions that are more than a host cannot be followed, and go through the proxy. */
  private List<String> withoutProxy() {
    List<String> hosts = new ArrayList<>();
    String text = variables.text("AGENT_PROXYBYPASSLIST").orElse("[]");
    for (Object expression : Json.read(text, List.class).orElse(List.of())) {
      Matcher host = HOST_EXPRESSION.matcher(String.valueOf(expression));
      if (host.matches()) {
        hosts.add(host.group(1).replace("\\.", "."));
      }
    }
    return hosts;
  }
}
