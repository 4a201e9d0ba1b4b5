package dev.lifeline.emulator;

import dev.lifeline.emulator.server.Call;
import dev.lifeline.emulator.server.Reply;
import dev.lifeline.emulator.server.Service;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** A service whose own address must be known before it can be made; requests wait for it. */
final class LateService implements Service {

  private final CompletableFuture<Service> service = new CompletableFuture<>();

  void becomes(Service real) {
    service.complete(real);
  }

  @Override
  public Reply answer(Call call) throws IOException {
    return service.join().answer(call);
  }
}
