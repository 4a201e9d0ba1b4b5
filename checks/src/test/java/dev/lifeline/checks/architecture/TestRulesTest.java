package dev.lifeline.checks.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import dev.lifeline.checks.Checkout;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What tests look like, in every module. */
final class TestRulesTest {
  private static final Set<String> TEST_ANNOTATIONS =
      Set.of(
          "org.junit.jupiter.api.Test",
          "org.junit.jupiter.api.RepeatedTest",
          "org.junit.jupiter.api.TestFactory",
          "org.junit.jupiter.params.ParameterizedTest",
          "net.jqwik.api.Property",
          "net.jqwik.api.Example");

  static final ArchRule tests_are_sentences =
      CompositeArchRule.of(
              methods()
                  .that(areTests())
                  .should()
                  .haveNameMatching("(?!tests?_)[a-z0-9]+(_[a-z0-9]+)+"))
          .and(
              noClasses()
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage(
                      "org.mockito..",
                      "org.easymock..",
                      "mockit..",
                      "org.powermock..",
                      "io.mockk.."))
          .and(
              noClasses()
                  .should()
                  .beAnnotatedWith("org.junit.jupiter.api.Disabled")
                  .orShould()
                  .callMethod(Thread.class, "sleep", long.class));

  @Test
  void every_module_has_tests_that_are_sentences() {
    JavaClasses tests = new ClassFileImporter().importPaths(Checkout.find().testClasses());

    tests_are_sentences.check(tests);
  }

  private static DescribedPredicate<JavaMethod> areTests() {
    return DescribedPredicate.describe(
        "are tests",
        method ->
            method.getAnnotations().stream()
                .anyMatch(each -> TEST_ANNOTATIONS.contains(each.getRawType().getName())));
  }
}
