package dev.lifeline.hub.console;

import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.page.TemplatedPages;
import dev.lifeline.hub.store.Keysets;
import dev.lifeline.hub.store.Tables;
import dev.lifeline.hub.web.Reply;
import java.time.Duration;
import java.time.Instant;

/** Hub, Keys: how old the key is, and how to make another. */
public final class KeysPage {
  private final TemplatedPages pages;

  /** For a hub. */
  public KeysPage(TemplatedPages pages) {
    this.pages = pages;
  }

  /** Adds its route. */
  public void to(Gate gate) {
    gate.on(Route.KEYS_PAGE, this::show);
  }

  private Reply show(Call call) {
    Tables tables = call.tables();
    Instant since = tables.keysets().changed().orElseThrow();
    return pages.page(
        call,
        new KeysView(
            since,
            Duration.between(since, call.now()).toDays(),
            tables.keysets().get().map(Keysets.Stored::version).orElseThrow(),
            tables.secrets().all().size() + tables.sealedTexts().all().size()));
  }
}
