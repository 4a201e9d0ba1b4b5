package dev.lifeline.checks.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;

/**
 * Which package may know which. The tables are style.md's, section 5, and the package sentences.
 */
@AnalyzeClasses(packages = "dev.lifeline", importOptions = ShippedCode.class)
final class LayerRulesTest {
  @ArchTest
  static final ArchRule packages_form_no_cycle =
      slices().matching("dev.lifeline.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule dependencies_point_down_in_core =
      Layers.of("dev.lifeline.core")
          .mayKnow("problem")
          .mayKnow("model", "problem")
          .mayKnow("time", "problem")
          .mayKnow("event", "model", "problem", "time")
          .mayKnow("json", "model", "problem", "time")
          .mayKnow("text", "problem")
          .mayKnow("crypto")
          .mayKnow("http", "crypto", "event", "model", "problem", "time")
          .mayKnow("connection", "json", "event", "model", "problem", "time")
          .mayKnow("operation", "event", "model", "problem", "time")
          .mayKnow("blob", "crypto", "http", "json", "event", "model", "problem", "time")
          .mayKnow("hub", "http", "json", "model", "problem")
          .mayKnow("entra", "hub", "http", "json", "event", "model", "problem", "time")
          .mayKnow("packaging", "model", "problem")
          .mayKnow("lcs.wire", "model")
          .mayKnow("rate", "connection", "json", "event", "model", "problem", "time")
          .mayKnow(
              "lcs",
              "lcs.wire",
              "rate",
              "entra",
              "http",
              "json",
              "event",
              "model",
              "problem",
              "time")
          .mayKnow("lookup", "lcs", "model", "problem")
          .mayKnow("graph.wire")
          .mayKnow("graph", "graph.wire", "entra", "http", "json", "model", "problem")
          .mayKnow("download", "blob", "event", "model", "problem", "time")
          .mayKnow(
              "asset",
              "lcs",
              "lookup",
              "download",
              "blob",
              "connection",
              "operation",
              "json",
              "event",
              "model",
              "problem",
              "time")
          .mayKnow(
              "servicing",
              "lcs",
              "connection",
              "operation",
              "json",
              "event",
              "model",
              "problem",
              "time")
          .mayKnow(
              "deployment", "servicing", "lookup", "lcs", "operation", "model", "problem", "time")
          .mayKnow(
              "environment",
              "servicing",
              "lcs",
              "lookup",
              "download",
              "connection",
              "operation",
              "model",
              "problem")
          .mayKnow(
              "database",
              "servicing",
              "lcs",
              "lookup",
              "download",
              "operation",
              "model",
              "problem",
              "time")
          .mayKnow(
              "preflight",
              "lcs",
              "rate",
              "entra",
              "http",
              "connection",
              "event",
              "model",
              "problem",
              "time")
          .mayKnow("registration", "graph", "connection", "model", "problem")
          .mayKnow("credential", "graph", "entra", "connection", "model", "problem")
          .mayKnow("exchange", "connection", "json", "model", "problem")
          .mayKnow("testing", "http", "event", "model", "problem", "time")
          .rootMayKnowAllBut("testing")
          .rule();

  @ArchTest
  static final ArchRule dependencies_point_down_in_the_emulator =
      Layers.of("dev.lifeline.emulator")
          .mayKnow("json")
          .mayKnow("xml")
          .mayKnow("tls")
          .mayKnow("server", "json")
          .mayKnow("world", "json")
          .mayKnow("scenario", "server", "json")
          .mayKnow("token", "world", "server", "json", "xml")
          .mayKnow("blob", "server", "json")
          .mayKnow("entra", "token", "world", "server", "json")
          .mayKnow("federation", "token", "world", "server", "xml")
          .mayKnow("graph", "token", "world", "server", "json")
          .mayKnow("lcs", "blob", "token", "world", "server", "json")
          .mayKnow("admin", "scenario", "world", "server", "json")
          .rootMayKnowAllBut()
          .rule();

  @ArchTest
  static final ArchRule dependencies_point_down_in_the_hub =
      Layers.of("dev.lifeline.hub")
          .mayKnow("model")
          .mayKnow("store", "model")
          .mayKnow("secret", "store")
          .mayKnow("web")
          .mayKnow("access", "web", "store", "model")
          .mayKnow("connector", "model")
          .mayKnow("discovery", "access", "web", "store", "model")
          .mayKnow("endpoint", "connector", "secret", "access", "web", "store", "model")
          .mayKnow("verification", "connector", "secret", "access", "web", "store", "model")
          .mayKnow("history", "access", "web", "store", "model")
          .mayKnow("pipeline", "access", "web", "store", "model")
          .mayKnow("role", "access", "web", "store", "model")
          .mayKnow("password", "web", "model")
          .mayKnow("provider", "model")
          .mayKnow("signin", "access", "password", "provider", "web", "store", "model")
          .mayKnow("administration", "access", "password", "web", "store", "model")
          .mayKnow("broker", "connector", "secret", "access", "web", "store", "model")
          .mayKnow("schedule", "store")
          .mayKnow("engine", "schedule", "connector", "secret", "store", "model")
          .mayKnow("run", "access", "web", "store", "model")
          .mayKnow("callback", "schedule", "connector", "secret", "store", "model")
          .mayKnow("health", "access", "web", "store", "model")
          .mayKnow("webhook", "connector", "schedule", "secret", "access", "web", "store", "model")
          .mayKnow("description", "access", "web")
          .mayKnow("page", "access", "web", "store", "model")
          .mayKnow("chart")
          .mayKnow("runpage", "page", "chart", "run", "access", "web", "store", "model")
          .mayKnow("home", "page", "access", "web", "store", "model")
          .mayKnow(
              "connection",
              "page",
              "endpoint",
              "verification",
              "role",
              "pipeline",
              "access",
              "web",
              "store",
              "model")
          .mayKnow("guide", "page", "access", "web", "store", "model")
          .mayKnow("assistant", "page", "run", "access", "web", "store", "model")
          .mayKnow(
              "console",
              "page",
              "administration",
              "signin",
              "health",
              "access",
              "web",
              "store",
              "model")
          .mayKnow("reminder", "store", "model")
          .mayKnow("backup", "secret", "access", "web", "store", "model")
          .mayKnow("log")
          .rootMayKnowAllBut()
          .rule();

  @ArchTest
  static final ArchRule dependencies_point_down_in_the_tasks =
      Layers.of("dev.lifeline.tasks")
          .mayKnow("definition")
          .mayKnow("host", "definition")
          .mayKnow("run", "host", "definition")
          .mayKnow("asset", "run", "host", "definition")
          .mayKnow("connection", "run", "host", "definition")
          .mayKnow("deployment", "run", "host", "definition")
          .mayKnow("database", "run", "host", "definition")
          .mayKnow("environment", "run", "host", "definition")
          .mayKnow("tool", "run", "host", "definition")
          .mayKnow("snippet", "definition")
          .rootMayKnowAllBut()
          .rule();

  @ArchTest
  static final ArchRule dependencies_point_down_in_the_cli =
      Layers.of("dev.lifeline.cli")
          .mayKnow("shell")
          .mayKnow("app", "shell")
          .mayKnow("asset", "shell")
          .mayKnow("connection", "shell")
          .mayKnow("database", "shell")
          .mayKnow("demo", "shell")
          .mayKnow("deployment", "shell")
          .mayKnow("emulator", "shell")
          .mayKnow("hub", "shell")
          .mayKnow("task", "shell")
          .mayKnow("pipeline", "task", "shell")
          .mayKnow("environment", "shell")
          .rootMayKnowAllBut()
          .rule();

  @ArchTest
  static final ArchRule modules_depend_in_one_direction =
      CompositeArchRule.of(knowsOnly("dev.lifeline.core..", "dev.lifeline.core.."))
          .and(
              knowsOnly(
                  "dev.lifeline.hub..",
                  "dev.lifeline.hub..",
                  "dev.lifeline.core..",
                  "dev.lifeline.tasks.."))
          .and(knowsOnly("dev.lifeline.tasks..", "dev.lifeline.tasks..", "dev.lifeline.core.."));

  @ArchTest
  static final ArchRule the_emulator_reads_the_specification_not_the_client =
      noClasses()
          .that()
          .resideInAPackage("dev.lifeline.emulator..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.lifeline..")
                  .and(resideOutsideOfPackage("dev.lifeline.emulator..")));

  @ArchTest
  static final ArchRule front_ends_use_the_front_door =
      noClasses()
          .that()
          .resideInAnyPackage("dev.lifeline.cli..", "dev.lifeline.tasks..", "dev.lifeline.hub..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.lifeline.core.http..",
              "dev.lifeline.core.hub..",
              "dev.lifeline.core.entra..",
              "dev.lifeline.core.lcs..",
              "dev.lifeline.core.graph..",
              "dev.lifeline.core.blob..");

  @ArchTest
  static final ArchRule testing_aids_stay_out_of_production =
      noClasses()
          .that()
          .resideOutsideOfPackage("..testing..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.lifeline..testing..");

  @ArchTest
  static final ArchRule wire_records_stay_with_their_client =
      CompositeArchRule.of(wireRecordsStayWith("dev.lifeline.core.lcs"))
          .and(wireRecordsStayWith("dev.lifeline.core.graph"));

  @ArchTest
  static final ArchRule every_class_belongs_to_a_module =
      classes()
          .that(alwaysTrue())
          .should()
          .resideInAnyPackage(
              "dev.lifeline.core..",
              "dev.lifeline.emulator..",
              "dev.lifeline.hub..",
              "dev.lifeline.tasks..",
              "dev.lifeline.cli..");

  private static ArchRule knowsOnly(String module, String... others) {
    return noClasses()
        .that()
        .resideInAPackage(module)
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.lifeline..").and(resideOutsideOfPackages(others)));
  }

  private static ArchRule wireRecordsStayWith(String client) {
    return classes()
        .that()
        .resideInAPackage(client + ".wire..")
        .should()
        .onlyHaveDependentClassesThat()
        .resideInAnyPackage(client, client + ".wire..");
  }
}
