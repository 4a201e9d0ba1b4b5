package dev.lifeline.checks.architecture;

import com.tngtech.archunit.lang.ArchRule;
import dev.lifeline.checks.architecture.RulesCatchViolationsTest.Violation;
import java.util.List;

/** Code that goes where only one place may go. */
final class DoorViolations {
  private DoorViolations() {}

  static List<Violation> all() {
    return List.of(
        connection("java.net.http.HttpClient found;"),
        connection("javax.net.ssl.SSLContext found;"),
        connection("java.net.Socket found;"),
        connection(
            "Object found() throws Exception { return new java.net.URL(\"x:\").openConnection(); }"),
        connection("java.nio.channels.SocketChannel found;"),
        connection("com.sun.net.httpserver.HttpServer found;"),
        library("tools.jackson.databind"),
        library("com.fasterxml.jackson.annotation"),
        library("org.conscrypt"),
        library("org.snakeyaml"),
        library("com.google.crypto.tink"),
        library("com.microsoft.aad.msal4jextensions"),
        library("org.bouncycastle"),
        library("com.microsoft.aad.msal4j"),
        library("org.jdbi"),
        library("org.flywaydb"),
        library("com.zaxxer.hikari"),
        library("org.h2"),
        library("io.javalin.http"),
        library("org.eclipse.jetty.server"),
        library("jakarta.servlet"),
        library("io.micrometer.core"),
        library("ch.qos.logback.core"),
        library("gg.jte"),
        new Violation(
            "picocli_stays_in_the_cli",
            DoorRulesTest.picocli_stays_in_the_cli,
            "core.asset.Culprit",
            List.of(
                "package dev.lifeline.core.asset; class Culprit { picocli.CommandLine found; }")),
        time("System.nanoTime()"),
        time("System.currentTimeMillis()"),
        time("java.time.Instant.now()"),
        time("java.time.LocalDate.now()"),
        time("java.time.Clock.systemUTC()"),
        time("((java.util.function.Supplier<java.time.Instant>) java.time.Instant::now).get()"),
        new Violation(
            "only_time_knows_the_time",
            DoorRulesTest.only_time_knows_the_time,
            "core.asset.Culprit",
            List.of(
                "package dev.lifeline.core.asset; class Culprit {"
                    + " void found() throws Exception { Thread.sleep(1); } }")),
        process("System.out.println();"),
        process("System.err.println();"),
        process("System.exit(1);"),
        process("System.getenv();"),
        process("System.getenv(\"HOME\");"),
        process("System.getProperty(\"user.home\");"),
        process("Runtime.getRuntime().halt(1);"));
  }

  private static Violation connection(String member) {
    return violation(
        "only_http_opens_connections", DoorRulesTest.only_http_opens_connections, member);
  }

  private static Violation library(String home) {
    return new Violation(
        "a_library_has_one_home",
        DoorRulesTest.a_library_has_one_home,
        "core.asset.Culprit",
        List.of(
            "package " + home + "; public class Foreign {}",
            "package dev.lifeline.core.asset; class Culprit { " + home + ".Foreign found; }"));
  }

  private static Violation time(String expression) {
    return violation(
        "only_time_knows_the_time",
        DoorRulesTest.only_time_knows_the_time,
        "Object found() { return " + expression + "; }");
  }

  private static Violation process(String statement) {
    return violation(
        "only_the_host_touches_the_process",
        DoorRulesTest.only_the_host_touches_the_process,
        "void found() { " + statement + " }");
  }

  private static Violation violation(String name, ArchRule rule, String member) {
    return new Violation(
        name,
        rule,
        "core.asset.Culprit",
        List.of("package dev.lifeline.core.asset; class Culprit { " + member + " }"));
  }
}
