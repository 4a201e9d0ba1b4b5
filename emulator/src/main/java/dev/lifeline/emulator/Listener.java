package dev.lifeline.emulator;

import dev.lifeline.emulator.server.LoopbackServer;
import dev.lifeline.emulator.server.Service;
import java.io.IOException;
import java.net.URI;
import javax.net.ssl.SSLContext;

/** A port that is open before the service behind it can be made; requests wait for it. */
final class Listener {

  private final LateService service = new LateService();
  private final int port;

  Listener(int port, SSLContext tls, OpenThings open) throws IOException {
    LoopbackServer server = LoopbackServer.start(port, tls, service);
    open.closeLater(server::close);
    this.port = server.port();
  }

  void serve(Service real) {
    service.becomes(real);
  }

  /** The address that is shown. */
  URI address() {
    return URI.create("https://localhost:" + port);
  }

  /** The same place, for those who write the address in digits. */
  String numericAddress() {
    return "https://127.0.0.1:" + port;
  }
}
