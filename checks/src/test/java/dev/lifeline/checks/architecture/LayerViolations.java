package dev.lifeline.checks.architecture;

import dev.lifeline.checks.architecture.RulesCatchViolationsTest.Violation;
import java.util.List;
import java.util.stream.Stream;

/** Code that breaks the rules of layers. */
final class LayerViolations {
  private LayerViolations() {}

  static List<Violation> all() {
    return Stream.of(insideModules(), betweenModules()).flatMap(List::stream).toList();
  }

  private static List<Violation> insideModules() {
    return List.of(
        new Violation(
            "packages_form_no_cycle",
            LayerRulesTest.packages_form_no_cycle,
            "Cycle detected",
            List.of(
                "package dev.lifeline.core.one; public class One { dev.lifeline.core.two.Two two; }",
                "package dev.lifeline.core.two; public class Two { dev.lifeline.core.one.One one; }")),
        new Violation(
            "dependencies_point_down_in_core",
            LayerRulesTest.dependencies_point_down_in_core,
            "core.json.Upwards",
            List.of(
                "package dev.lifeline.core.json; class Upwards { dev.lifeline.core.asset.Feature f; }",
                "package dev.lifeline.core.asset; public class Feature {}")),
        new Violation(
            "dependencies_point_down_in_core",
            LayerRulesTest.dependencies_point_down_in_core,
            "core.asset.Sideways",
            List.of(
                "package dev.lifeline.core.asset; class Sideways { dev.lifeline.core.preflight.Next n; }",
                "package dev.lifeline.core.preflight; public class Next {}")),
        new Violation(
            "dependencies_point_down_in_core",
            LayerRulesTest.dependencies_point_down_in_core,
            "core.drawer.Lost is in a package of no layer",
            List.of("package dev.lifeline.core.drawer; class Lost {}")),
        new Violation(
            "dependencies_point_down_in_the_emulator",
            LayerRulesTest.dependencies_point_down_in_the_emulator,
            "emulator.world.Upwards",
            List.of(
                "package dev.lifeline.emulator.world; class Upwards { dev.lifeline.emulator.lcs.Api a; }",
                "package dev.lifeline.emulator.lcs; public class Api {}")),
        new Violation(
            "dependencies_point_down_in_the_hub",
            LayerRulesTest.dependencies_point_down_in_the_hub,
            "hub.store.Upwards",
            List.of(
                "package dev.lifeline.hub.store; class Upwards { dev.lifeline.hub.secret.Vault n; }",
                "package dev.lifeline.hub.secret; public class Vault {}")),
        new Violation(
            "dependencies_point_down_in_the_tasks",
            LayerRulesTest.dependencies_point_down_in_the_tasks,
            "tasks.asset.Sideways",
            List.of(
                "package dev.lifeline.tasks.asset; class Sideways { dev.lifeline.tasks.tool.Next n; }",
                "package dev.lifeline.tasks.tool; public class Next {}")),
        new Violation(
            "dependencies_point_down_in_the_cli",
            LayerRulesTest.dependencies_point_down_in_the_cli,
            "cli.asset.Sideways",
            List.of(
                "package dev.lifeline.cli.asset; class Sideways { dev.lifeline.cli.connection.Next n; }",
                "package dev.lifeline.cli.connection; public class Next {}")));
  }

  private static List<Violation> betweenModules() {
    return List.of(
        new Violation(
            "modules_depend_in_one_direction",
            LayerRulesTest.modules_depend_in_one_direction,
            "hub.store.Upwards",
            List.of(
                "package dev.lifeline.hub.store; class Upwards { dev.lifeline.cli.Top n; }",
                "package dev.lifeline.cli; public class Top {}")),
        new Violation(
            "modules_depend_in_one_direction",
            LayerRulesTest.modules_depend_in_one_direction,
            "core.asset.Upwards",
            List.of(
                "package dev.lifeline.core.asset; class Upwards { dev.lifeline.cli.shell.Screen s; }",
                "package dev.lifeline.cli.shell; public class Screen {}")),
        new Violation(
            "modules_depend_in_one_direction",
            LayerRulesTest.modules_depend_in_one_direction,
            "tasks.run.Sideways",
            List.of(
                "package dev.lifeline.tasks.run; class Sideways { dev.lifeline.cli.shell.Shell s; }",
                "package dev.lifeline.cli.shell; public class Shell {}")),
        new Violation(
            "the_emulator_reads_the_specification_not_the_client",
            LayerRulesTest.the_emulator_reads_the_specification_not_the_client,
            "emulator.lcs.Copied",
            List.of(
                "package dev.lifeline.emulator.lcs; class Copied { dev.lifeline.core.model.Id id; }",
                "package dev.lifeline.core.model; public record Id(String text) {}")),
        new Violation(
            "front_ends_use_the_front_door",
            LayerRulesTest.front_ends_use_the_front_door,
            "cli.asset.BackDoor",
            List.of(
                "package dev.lifeline.cli.asset; class BackDoor { dev.lifeline.core.lcs.Client c; }",
                "package dev.lifeline.core.lcs; public class Client {}")),
        new Violation(
            "testing_aids_stay_out_of_production",
            LayerRulesTest.testing_aids_stay_out_of_production,
            "core.asset.Fooled",
            List.of(
                "package dev.lifeline.core.asset; class Fooled { dev.lifeline.core.testing.Toy t; }",
                "package dev.lifeline.core.testing; public class Toy {}")),
        new Violation(
            "wire_records_stay_with_their_client",
            LayerRulesTest.wire_records_stay_with_their_client,
            "core.asset.Wired",
            List.of(
                "package dev.lifeline.core.asset; class Wired { dev.lifeline.core.lcs.wire.Row r; }",
                "package dev.lifeline.core.lcs.wire; public record Row(String id) {}")),
        new Violation(
            "every_class_belongs_to_a_module",
            LayerRulesTest.every_class_belongs_to_a_module,
            "dev.lifeline.Homeless",
            List.of("package dev.lifeline; class Homeless {}")));
  }
}
