package dev.lifeline.checks.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.lifeline.checks.architecture.Phrases.access;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.net.URL;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.concurrent.TimeUnit;

/** What only one place may touch: the network, a library, the clock, the process. */
@AnalyzeClasses(packages = "dev.lifeline", importOptions = ShippedCode.class)
final class DoorRulesTest {
  private static final String SYSTEM_HOST = "dev.lifeline.cli.shell.SystemHost";

  /** The tasks ship without the command, and so have a door to the process of their own. */
  private static final String TASKS_OWN_PROCESS = "dev.lifeline.tasks.SystemProcess";

  /** The emulator shares no class with core, and so has a door to the clock of its own. */
  private static final String EMULATORS_OWN_TIME = "dev.lifeline.emulator.Surroundings";

  @ArchTest
  static final ArchRule only_http_opens_connections =
      CompositeArchRule.of(
              onlyIn("java.net.http..", "dev.lifeline.core.http..", "dev.lifeline.emulator.blob.."))
          .and(
              onlyIn(
                  "javax.net.ssl..",
                  "dev.lifeline.core.http..",
                  "dev.lifeline.emulator",
                  "dev.lifeline.emulator.server..",
                  "dev.lifeline.emulator.tls.."))
          .and(onlyIn("com.sun.net.httpserver..", "dev.lifeline.emulator.server.."))
          .and(
              noClasses()
                  .should()
                  .accessTargetWhere(access(URL.class, "openConnection", "openStream")))
          .and(
              noClasses()
                  .that()
                  .resideOutsideOfPackages(
                      "dev.lifeline.core.http..", "dev.lifeline.emulator.server..")
                  .should()
                  .dependOnClassesThat()
                  .haveNameMatching(
                      "java\\.net\\.((Server|Datagram|Multicast)?Socket|(Http)?URLConnection|JarURLConnection)"
                          + "|java\\.nio\\.channels\\.(Asynchronous)?(Server)?(Socket|Datagram)Channel"));

  @ArchTest
  static final ArchRule a_library_has_one_home =
      CompositeArchRule.of(
              onlyIn("tools.jackson..", "dev.lifeline.core.json..", "dev.lifeline.emulator.json.."))
          .and(
              onlyIn(
                  "com.fasterxml.jackson..",
                  "dev.lifeline.core.json..",
                  "dev.lifeline.emulator.json.."))
          .and(onlyIn("org.snakeyaml..", "dev.lifeline.cli.pipeline.."))
          .and(onlyIn("org.conscrypt..", "dev.lifeline.core.crypto.."))
          .and(
              onlyIn(
                  "com.google.crypto.tink..",
                  "dev.lifeline.core.connection..",
                  "dev.lifeline.hub.secret.."))
          .and(onlyIn("com.microsoft.aad.msal4jextensions..", "dev.lifeline.core.connection.."))
          .and(
              onlyIn(
                  "org.bouncycastle..",
                  "dev.lifeline.emulator.tls..",
                  "dev.lifeline.hub.password.."))
          .and(onlyIn("com.microsoft.aad.msal4j..", "dev.lifeline.core.entra.."))
          .and(onlyIn("org.jdbi..", "dev.lifeline.hub.store.."))
          .and(onlyIn("org.flywaydb..", "dev.lifeline.hub.store.."))
          .and(onlyIn("com.zaxxer.hikari..", "dev.lifeline.hub.store.."))
          .and(onlyIn("com.github.kagkarlsson..", "dev.lifeline.hub.schedule.."))
          .and(onlyIn("org.h2..", "dev.lifeline.hub.store.."))
          .and(onlyIn("java.sql..", "dev.lifeline.hub.store.."))
          .and(onlyIn("io.javalin..", "dev.lifeline.hub.web.."))
          .and(onlyIn("org.eclipse.jetty..", "dev.lifeline.hub.web.."))
          .and(onlyIn("jakarta.servlet..", "dev.lifeline.hub.web.."))
          .and(onlyIn("io.micrometer..", "dev.lifeline.hub.health.."))
          .and(onlyIn("ch.qos.logback..", "dev.lifeline.hub.log.."))
          .and(onlyIn("com.nimbusds..", "dev.lifeline.hub.provider.."))
          .and(onlyIn("gg.jte..", "dev.lifeline.hub.page.."));

  @ArchTest
  static final ArchRule picocli_stays_in_the_cli = onlyIn("picocli..", "dev.lifeline.cli..");

  @ArchTest
  static final ArchRule only_time_knows_the_time =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.lifeline.core.time.SystemTime")
          .and()
          .doNotHaveFullyQualifiedName(EMULATORS_OWN_TIME)
          .and()
          .doNotHaveFullyQualifiedName(SYSTEM_HOST)
          .should()
          .accessTargetWhere(
              access(System.class, "currentTimeMillis", "nanoTime")
                  .or(access(Thread.class, "sleep"))
                  .or(access(TimeUnit.class, "sleep"))
                  .or(access(Instant.class, "now"))
                  .or(access(LocalDate.class, "now"))
                  .or(access(LocalDateTime.class, "now"))
                  .or(access(OffsetDateTime.class, "now"))
                  .or(access(ZonedDateTime.class, "now"))
                  .or(access(Clock.class, "system", "systemUTC", "systemDefaultZone", "tickMillis"))
                  .or(access(InstantSource.class, "system")));

  @ArchTest
  static final ArchRule only_the_host_touches_the_process =
      CompositeArchRule.of(
              noClasses()
                  .that()
                  .doNotHaveFullyQualifiedName(SYSTEM_HOST)
                  .and()
                  .doNotHaveFullyQualifiedName(TASKS_OWN_PROCESS)
                  .should()
                  .accessTargetWhere(
                      access(System.class, "out", "err", "in", "console", "exit", "getenv")
                          .or(access(System.class, "getProperty", "getProperties"))
                          .or(access(Runtime.class, "exit", "halt", "addShutdownHook", "exec"))))
          .and(
              noClasses()
                  .that()
                  // the JDK's HTTP server takes one of its settings in no other way
                  .doNotHaveFullyQualifiedName("dev.lifeline.emulator.server.LoopbackServer")
                  .should()
                  .accessTargetWhere(access(System.class, "setProperty", "clearProperty")));

  private static ArchRule onlyIn(String library, String... homes) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(homes)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }
}
