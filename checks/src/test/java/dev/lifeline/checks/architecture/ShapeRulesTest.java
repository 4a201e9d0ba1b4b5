package dev.lifeline.checks.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.Set;
import picocli.CommandLine.Command;

/** What classes, fields and names look like. */
@AnalyzeClasses(packages = "dev.lifeline", importOptions = ShippedCode.class)
final class ShapeRulesTest {
  @ArchTest
  static final ArchRule optional_is_for_return_values =
      CompositeArchRule.of(noFields().should().haveRawType(Phrases.areOptional()))
          .and(codeUnits().should(Phrases.takeNoOptional()));

  @ArchTest
  static final ArchRule packages_are_null_marked =
      classes().should(Phrases.beInANullMarkedPackage());

  @ArchTest
  static final ArchRule secrets_are_not_strings =
      noFields()
          .that()
          .areNotStatic() // a constant is a name, such as that of an environment variable
          .and()
          .haveNameMatching("(?i).*(password|secret|token)")
          .should()
          .haveRawType(String.class);

  @ArchTest
  static final ArchRule the_model_is_values =
      classes()
          .that()
          .resideInAPackage("dev.lifeline.core.model")
          .and()
          .arePublic()
          .and()
          .doNotHaveSimpleName("Secret") // a record would print what these two keep
          .and()
          .doNotHaveSimpleName("SasUrl")
          .should()
          .beRecords()
          .orShould()
          .beEnums()
          .orShould()
          .beInterfaces();

  /** A checked exception of the JDK may be made: whoever calls has to turn it into a problem. */
  @ArchTest
  static final ArchRule failures_carry_a_problem =
      CompositeArchRule.of(classes().should(Phrases.constructNoBareException()))
          .and(
              classes()
                  .that()
                  .resideInAPackage("dev.lifeline.core..")
                  .should(
                      Phrases.constructNoUncheckedBut(
                          Set.of(
                              "dev.lifeline.core.problem.LifelineException",
                              IllegalArgumentException.class.getName(),
                              IllegalStateException.class.getName()))))
          .and(
              noClasses()
                  .that()
                  .resideInAPackage("dev.lifeline.core..")
                  .and()
                  .doNotHaveSimpleName("LifelineException")
                  .should()
                  .beAssignableTo(Throwable.class));

  @ArchTest
  static final ArchRule commands_look_alike =
      classes()
          .that()
          .areAnnotatedWith(Command.class)
          .should()
          .haveModifier(JavaModifier.FINAL)
          .andShould()
          .haveSimpleNameEndingWith("Command")
          .andShould()
          .implement(Runnable.class)
          .andShould()
          .resideInAPackage("dev.lifeline.cli..");

  @ArchTest
  static final ArchRule names_say_what_a_class_is =
      noClasses()
          .should()
          .haveNameMatching(
              ".*[.$a-z0-9](Utils?|Helpers?|Managers?|Impl|Dtos?|Base|Data)([A-Z$][A-Za-z0-9$]*)?");

  @ArchTest static final ArchRule no_static_state = fields().that().areStatic().should().beFinal();
}
