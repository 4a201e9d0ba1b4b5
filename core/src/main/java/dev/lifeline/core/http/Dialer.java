package dev.lifeline.core.http;

import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.model.Proxy;
import dev.lifeline.core.model.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Opens connections: directly or through the proxy, plain or encrypted. Thread-safe. */
final class Dialer {
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  private final SSLSocketFactory encryption;
  private final @Nullable Proxy proxy;
  private final @Nullable ProxyRoute route;
  private final Duration patience;

  Dialer(SSLSocketFactory encryption, NetworkSettings settings, Duration patience) {
    this.encryption = encryption;
    this.proxy = settings.proxy();
    this.route = proxy == null ? null : new ProxyRoute(proxy, settings.withoutProxy());
    this.patience = patience;
  }

  /**
   * A connection whose other end is surely the host, when it is https.
   *
   * @throws IOException as {@link Failures} understands it
   */
  Line dial(URI address) throws IOException {
    boolean encrypted = "https".equalsIgnoreCase(address.getScheme());
    int port = address.getPort() >= 0 ? address.getPort() : encrypted ? HTTPS : HTTP;
    String host = address.getHost();
    Proxy through = proxy == null || route == null || route.isDirect(host) ? null : proxy;
    Socket socket = through == null ? reach(host, port) : reach(through.host(), through.port());
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout((int) patience.toMillis()); // for the handshakes; later others watch
      if (through != null) {
        tunnel(socket, host, port);
      }
      Line line =
          encrypted ? Line.of(socket, encrypt(socket, host, port)) : Line.of(socket, socket);
      socket.setSoTimeout(0);
      return line;
    } catch (SocketTimeoutException e) {
      socket.close();
      throw tooLate(e);
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  private Socket reach(String host, int port) throws IOException {
    IOException last = new ConnectException("the host has no address");
    for (InetAddress address : InetAddress.getAllByName(host)) {
      Socket socket = new Socket();
      try {
        socket.connect(new InetSocketAddress(address, port), (int) patience.toMillis());
        return socket;
      } catch (IOException e) {
        socket.close();
        last = e instanceof SocketTimeoutException ? tooLate(e) : e;
      }
    }
    throw last;
  }

  private SSLSocket encrypt(Socket socket, String host, int port) throws IOException {
    SSLSocket encrypted = (SSLSocket) encryption.createSocket(socket, host, port, true);
    SSLParameters parameters = encrypted.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    encrypted.setSSLParameters(parameters);
    encrypted.startHandshake();
    return encrypted;
  }

  private void tunnel(Socket socket, String host, int port) throws IOException {
    Optional<Secret> authorization = route == null ? Optional.empty() : route.authorization(host);
    String target = host + ":" + port;
    String head =
        "CONNECT "
            + target
            + " HTTP/1.1\r\nHost: "
            + target
            + "\r\n"
            + authorization.map(it -> "Proxy-Authorization: " + it.reveal() + "\r\n").orElse("")
            + "\r\n";
    OutputStream out = socket.getOutputStream();
    out.write(head.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
    int status = AnswerHead.read(socket.getInputStream()).status();
    if (status == 407) {
      throw Failures.proxyRefused();
    }
    if (status != 200) {
      throw Failures.tunnelRefused(status);
    }
  }

  private static IOException tooLate(IOException cause) {
    IOException failure = new HttpConnectTimeoutException("no answer in time");
    failure.initCause(cause);
    return failure;
  }
}
