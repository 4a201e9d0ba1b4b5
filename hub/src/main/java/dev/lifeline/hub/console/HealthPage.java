package dev.lifeline.hub.console;

import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.health.Health;
import dev.lifeline.hub.page.TemplatedPages;
import dev.lifeline.hub.web.Reply;
import java.time.Instant;

/** Hub, Health: whether it can work, and what it does. */
public final class HealthPage {
  private final TemplatedPages pages;
  private final Health health;
  private final Instant started;

  /** For a hub that started then. */
  public HealthPage(TemplatedPages pages, Health health, Instant started) {
    this.pages = pages;
    this.health = health;
    this.started = started;
  }

  /** Adds its route. */
  public void to(Gate gate) {
    gate.on(Route.HEALTH_PAGE, this::show);
  }

  private Reply show(Call call) {
    return pages.page(
        call,
        new HealthView(
            health.isReady(),
            health.isShared(),
            started,
            Runtime.version().toString(),
            health.figures(),
            call.tables().runs().count().entrySet().stream()
                .map(each -> new HealthView.Count(each.getKey().id(), each.getValue()))
                .toList()));
  }
}
