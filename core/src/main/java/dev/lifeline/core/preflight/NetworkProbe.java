package dev.lifeline.core.preflight;

import dev.lifeline.core.http.ProxyRoute;
import dev.lifeline.core.http.Request;
import dev.lifeline.core.http.Transport;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.model.Proxy;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Whether a host can be talked to: name, proxy, TLS. Any answer will do; no secret takes part. */
final class NetworkProbe {
  private final Transport transport;
  private final NetworkSettings network;

  NetworkProbe(Transport transport, NetworkSettings network) {
    this.transport = transport;
    this.network = network;
  }

  /**
   * Asks for the front page of the host.
   *
   * @throws LifelineException UNREACHABLE, CERTIFICATE_UNTRUSTED or ANSWER_LOST, naming the proxy
   *     if there is one on the way
   */
  Finding of(URI address) {
    String host = address.getHost();
    @Nullable String proxy = ProxyRoute.to(host, network).map(NetworkProbe::shown).orElse(null);
    try {
      transport.send(Request.get(address.resolve("/")));
    } catch (LifelineException e) {
      throw withProxy(e.problem(), proxy).raise(e);
    }
    String route = proxy == null ? "directly" : "through the proxy " + proxy;
    String trust = isEncrypted(address) ? "its TLS certificate is trusted" : "not encrypted";
    return Finding.of(host + " answers " + route + "; " + trust);
  }

  private static Problem withProxy(Problem problem, @Nullable String proxy) {
    return proxy == null
        ? problem
        : problem
            .fix("the request goes through the proxy " + proxy + ": check that too")
            .detail("proxy", proxy);
  }

  private static boolean isEncrypted(URI address) {
    return "https".equals(address.getScheme());
  }

  private static String shown(Proxy proxy) {
    return proxy.host() + ":" + proxy.port();
  }
}
