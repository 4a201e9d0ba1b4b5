package dev.lifeline.core.http;

import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;

/** Says what a failure of the network means: nothing was sent, or nobody knows. */
final class Failures {
  /** The JDK says only in words that a proxy refused to connect to the host. */
  static final String TUNNEL_REFUSED = "Tunnel failed, got: ";

  private Failures() {}

  static LifelineException of(Request request, Throwable cause) {
    String host = request.uri().getHost();
    if (holds(cause, UnresolvedAddressException.class)
        || holds(cause, UnknownHostException.class)) {
      return unreachable(host, "This machine cannot find the host's address (DNS).", cause);
    }
    if (holds(cause, SSLHandshakeException.class)) {
      return handshake(host, cause);
    }
    if (holds(cause, HttpConnectTimeoutException.class)
        || holds(cause, SocketTimeoutException.class)) {
      return unreachable(
          host, "The host does not answer; a firewall may drop the connection.", cause);
    }
    if (holds(cause, ConnectException.class)) {
      return unreachable(host, "The host, or the proxy before it, refuses the connection.", cause);
    }
    Optional<String> refusal = refusalOfTheProxy(cause);
    if (refusal.isPresent()) {
      return unreachable(
          host, "The proxy refuses to connect to it: HTTP " + refusal.get() + ".", cause);
    }
    return lost(request, "The connection ended before the whole answer came.", cause);
  }

  static LifelineException timedOut(Request request, Throwable cause) {
    return lost(request, "The host took the request and did not answer in time.", cause);
  }

  static LifelineException stalled(Request request, Duration limit, Throwable cause) {
    return lost(request, "No byte moved for " + limit.toSeconds() + " seconds.", cause);
  }

  /** The connection could not be made; nothing of the request was sent. */
  static LifelineException dialing(Request request, Throwable cause) {
    LifelineException known = of(request, cause);
    return known.code() == ProblemCode.ANSWER_LOST
        ? unreachable(
            request.uri().getHost(), "The connection ended before anything was sent.", cause)
        : known;
  }

  static LifelineException proxyRefused() {
    return Problem.of(
            ProblemCode.UNREACHABLE, "the proxy does not accept the user name and the password")
        .why("It answered 407 in place of the host.")
        .fix("put them into the proxy's address: http://user:password@host:port, in HTTPS_PROXY")
        .raise();
  }

  private static LifelineException unreachable(String host, String why, Throwable cause) {
    return Problem.of(ProblemCode.UNREACHABLE, "no connection to '" + host + "'")
        .why(why)
        .fix("check the address, the network and the proxy (--proxy, HTTPS_PROXY)")
        .raise(cause);
  }

  private static LifelineException handshake(String host, Throwable cause) {
    boolean untrusted =
        holds(cause, CertificateException.class) || holds(cause, CertPathBuilderException.class);
    if (!untrusted) {
      return unreachable(host, "The encrypted connection (TLS) could not be set up.", cause);
    }
    return Problem.of(
            ProblemCode.CERTIFICATE_UNTRUSTED, "the certificate of '" + host + "' is not trusted")
        .why(
            "It was issued by an authority that this machine does not know, as a company's TLS proxy or an emulator does, or for another name.")
        .fix("name the authority's PEM file with --ca-certificate FILE or LIFELINE_CA_CERTIFICATE")
        .raise(cause);
  }

  private static LifelineException lost(Request request, String why, Throwable cause) {
    return Problem.of(
            ProblemCode.ANSWER_LOST,
            "no answer from '"
                + request.uri().getHost()
                + "' to "
                + request.method()
                + " "
                + request.uri().getRawPath())
        .why(why)
        .fix("try again; if it stays so, check the network and the proxy (--proxy, HTTPS_PROXY)")
        .raise(cause);
  }

  /** The status with which a proxy refused a tunnel, as the JDK puts it. */
  private static Optional<String> refusalOfTheProxy(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage();
      if (cause instanceof IOException && message != null && message.startsWith(TUNNEL_REFUSED)) {
        return Optional.of(message.substring(TUNNEL_REFUSED.length()));
      }
    }
    return Optional.empty();
  }

  private static boolean holds(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
