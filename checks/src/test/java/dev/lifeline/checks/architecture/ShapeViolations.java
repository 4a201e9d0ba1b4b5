package dev.lifeline.checks.architecture;

import com.tngtech.archunit.lang.ArchRule;
import dev.lifeline.checks.architecture.RulesCatchViolationsTest.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Code of the wrong shape. */
final class ShapeViolations {
  private static final String COMMAND = "@picocli.CommandLine.Command(name = \"x\") ";

  private ShapeViolations() {}

  static List<Violation> all() {
    List<Violation> all = new ArrayList<>();
    all.addAll(values());
    all.addAll(failures());
    all.addAll(commands());
    all.addAll(names());
    all.addAll(tests());
    return all;
  }

  private static List<Violation> values() {
    return List.of(
        optional("class Culprit { java.util.Optional<String> found; }"),
        optional("class Culprit { void found(java.util.OptionalInt number) {} }"),
        optional("record Culprit(java.util.Optional<String> found) {}"),
        new Violation(
            "packages_are_null_marked",
            ShapeRulesTest.packages_are_null_marked,
            "core.unmarked.Culprit",
            List.of("package dev.lifeline.core.unmarked; class Culprit {}")),
        secret("class Culprit { String password; }"),
        secret("record Culprit(String clientSecret) {}"),
        model("public final class Culprit {}"),
        new Violation(
            "no_static_state",
            ShapeRulesTest.no_static_state,
            "Culprit.count",
            List.of("package dev.lifeline.core.asset; class Culprit { static int count; }")));
  }

  private static List<Violation> failures() {
    return List.of(
        failure("class Culprit { void found() { throw new RuntimeException(); } }"),
        failure("class Culprit { void found() throws Exception { throw new Exception(); } }"),
        failure(
            "class Culprit { void found(java.io.IOException e) {"
                + " throw new java.io.UncheckedIOException(e); } }"),
        failure("class Culprit extends IllegalStateException {}"));
  }

  private static List<Violation> commands() {
    return List.of(
        command(
            "dev.lifeline.cli.asset", "class CulpritCommand implements Runnable", "modifier FINAL"),
        command("dev.lifeline.cli.asset", "final class Culprit implements Runnable", "Culprit"),
        command(
            "dev.lifeline.cli.asset", "final class CulpritCommand implements Marker", "Runnable"),
        command(
            "dev.lifeline.core.asset", "final class CulpritCommand implements Runnable", "reside"));
  }

  private static List<Violation> names() {
    return Stream.of(
            "NameUtil", "Helper", "RunManager", "HostImpl", "AssetDto", "CommandBase", "DataRow")
        .map(
            name ->
                shape(
                    "names_say_what_a_class_is",
                    ShapeRulesTest.names_say_what_a_class_is,
                    name,
                    "class " + name + " {}"))
        .toList();
  }

  private static List<Violation> tests() {
    return List.of(
        test("class Culprit { @org.junit.jupiter.api.Test void testUpload() {} }"),
        test("class Culprit { @org.junit.jupiter.api.Test void test_an_upload() {} }"),
        test("class Culprit { @net.jqwik.api.Property void upload() {} }"),
        test("@org.junit.jupiter.api.Disabled class Culprit {}"),
        test("class Culprit { void waits() throws Exception { Thread.sleep(1); } }"),
        new Violation(
            "tests_are_sentences",
            TestRulesTest.tests_are_sentences,
            "core.asset.Culprit",
            List.of(
                "package org.mockito; public class Mockito {}",
                "package dev.lifeline.core.asset; class Culprit { org.mockito.Mockito found; }")));
  }

  private static Violation optional(String type) {
    return shape(
        "optional_is_for_return_values",
        ShapeRulesTest.optional_is_for_return_values,
        "Culprit",
        type);
  }

  private static Violation secret(String type) {
    return shape(
        "secrets_are_not_strings", ShapeRulesTest.secrets_are_not_strings, "Culprit", type);
  }

  private static Violation model(String type) {
    return new Violation(
        "the_model_is_values",
        ShapeRulesTest.the_model_is_values,
        "core.model.Culprit",
        List.of("package dev.lifeline.core.model; " + type));
  }

  private static Violation failure(String type) {
    return shape(
        "failures_carry_a_problem", ShapeRulesTest.failures_carry_a_problem, "Culprit", type);
  }

  private static Violation test(String type) {
    return shape("tests_are_sentences", TestRulesTest.tests_are_sentences, "Culprit", type);
  }

  private static Violation command(String home, String head, String culprit) {
    String body = head.contains("Marker") ? " {}" : " { public void run() {} }";
    return new Violation(
        "commands_look_alike",
        ShapeRulesTest.commands_look_alike,
        culprit,
        List.of(
            "package " + home + "; interface Marker {}",
            "package " + home + "; " + COMMAND + head + body));
  }

  private static Violation shape(String name, ArchRule rule, String culprit, String type) {
    return new Violation(name, rule, culprit, List.of("package dev.lifeline.core.asset; " + type));
  }
}
