package dev.lifeline.emulator.admin;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.server.Call;
import dev.lifeline.emulator.world.World;
import dev.lifeline.emulator.world.WorldSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiFunction;

/** The settings of the world, shown and changed. */
final class SettingsOrders {

  private final World world;

  SettingsOrders(World world) {
    this.world = world;
  }

  Fields show() {
    WorldSettings settings = world.settings();
    return Fields.of("tokenLifetimeSeconds", settings.tokenLifetime().toSeconds())
        .with("sasLifetimeSeconds", settings.sasLifetime().toSeconds())
        .with("pageSize", settings.pageSize())
        .with("deviceCodeLifetimeSeconds", settings.deviceCodeLifetime().toSeconds())
        .with("deviceCodeIntervalSeconds", settings.deviceCodeInterval().toSeconds())
        .with("renewsUploads", settings.renewsUploads())
        .with("rateLimits", settings.limits().throttles())
        .with("databaseOperationsPerDay", settings.limits().databaseOperations())
        .with("timeScale", world.state().pace().scale());
  }

  /** Changes the settings that are named. */
  Fields change(Call call) throws IOException {
    Body order =
        Body.of(call)
            .allowing(
                Set.of(
                    "tokenLifetimeSeconds",
                    "sasLifetimeSeconds",
                    "pageSize",
                    "deviceCodeLifetimeSeconds",
                    "deviceCodeIntervalSeconds",
                    "renewsUploads",
                    "rateLimits",
                    "databaseOperationsPerDay",
                    "timeScale"));
    changeDuration(order, "tokenLifetimeSeconds", WorldSettings::withTokenLifetime);
    changeDuration(order, "sasLifetimeSeconds", WorldSettings::withSasLifetime);
    changeDuration(order, "deviceCodeLifetimeSeconds", WorldSettings::withDeviceCodeLifetime);
    changeDuration(order, "deviceCodeIntervalSeconds", WorldSettings::withDeviceCodeInterval);
    changeCount(order, "pageSize", WorldSettings::withPageSize);
    changeCount(order, "databaseOperationsPerDay", WorldSettings::withDatabaseOperations);
    changeSwitch(order, "renewsUploads", WorldSettings::withRenewsUploads);
    changeSwitch(order, "rateLimits", WorldSettings::withThrottling);
    OptionalDouble scale = order.findNumber("timeScale");
    if (scale.isPresent()) {
      world.changeTimeScale(scale.getAsDouble());
    }
    return show();
  }

  private void changeDuration(
      Body order, String name, BiFunction<WorldSettings, Duration, WorldSettings> change) {
    changeCount(order, name, (it, seconds) -> change.apply(it, Duration.ofSeconds(seconds)));
  }

  private void changeCount(
      Body order, String name, BiFunction<WorldSettings, Integer, WorldSettings> change) {
    if (order.findNumber(name).isPresent()) {
      int count = order.count(name, 0);
      world.changeSettings(it -> change.apply(it, count));
    }
  }

  private void changeSwitch(
      Body order, String name, BiFunction<WorldSettings, Boolean, WorldSettings> change) {
    if (order.has(name)) {
      boolean on = order.isTrue(name);
      world.changeSettings(it -> change.apply(it, on));
    }
  }
}
