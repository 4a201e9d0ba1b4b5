package dev.lifeline.checks.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;

/** Conditions and predicates that ArchUnit has no words for. */
final class Phrases {
  private static final Set<String> OPTIONALS =
      Set.of(
          Optional.class.getName(),
          OptionalInt.class.getName(),
          OptionalLong.class.getName(),
          OptionalDouble.class.getName());

  /** What stands where a switch over an enum ends, on Java 17 and on later ones. */
  private static final Set<String> MADE_BY_THE_COMPILER =
      Set.of(IncompatibleClassChangeError.class.getName(), "java.lang.MatchException");

  private Phrases() {}

  /** An access to one of those members of a class: method calls, references and fields alike. */
  static DescribedPredicate<JavaAccess<?>> access(Class<?> owner, String... names) {
    Set<String> wanted = Set.of(names);
    return DescribedPredicate.describe(
        owner.getSimpleName() + " " + String.join(", ", names),
        access -> {
          AccessTarget target = access.getTarget();
          return target.getOwner().isEquivalentTo(owner) && wanted.contains(target.getName());
        });
  }

  static DescribedPredicate<JavaClass> areOptional() {
    return DescribedPredicate.describe("Optional", type -> OPTIONALS.contains(type.getName()));
  }

  /**
   * Parameters of lambdas are the library's affair: the compiler's methods for them are skipped.
   */
  static ArchCondition<JavaCodeUnit> takeNoOptional() {
    return condition(
        "take no Optional",
        (unit, report) -> {
          boolean written = !unit.getModifiers().contains(JavaModifier.SYNTHETIC);
          if (written && unit.getRawParameterTypes().stream().anyMatch(areOptional())) {
            report.accept(unit, unit.getDescription() + " takes an Optional");
          }
        });
  }

  static ArchCondition<JavaClass> beInANullMarkedPackage() {
    return condition(
        "be in a package that is @NullMarked",
        (type, report) -> {
          if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
            report.accept(type, type.getName() + " is in a package that is not @NullMarked");
          }
        });
  }

  static ArchCondition<JavaClass> constructNoBareException() {
    Set<String> bare =
        Set.of(
            Throwable.class.getName(),
            Exception.class.getName(),
            RuntimeException.class.getName(),
            Error.class.getName());
    return constructNone("construct no bare exception", made -> bare.contains(made.getName()));
  }

  static ArchCondition<JavaClass> constructNoUncheckedBut(Set<String> allowed) {
    return constructNone(
        "construct no unchecked exception but " + allowed,
        made ->
            isUnchecked(made)
                && !allowed.contains(made.getName())
                && !MADE_BY_THE_COMPILER.contains(made.getName()));
  }

  private static boolean isUnchecked(JavaClass type) {
    return type.isAssignableTo(RuntimeException.class) || type.isAssignableTo(Error.class);
  }

  /** An exception's own constructor calls its parent's, which is no construction. */
  private static ArchCondition<JavaClass> constructNone(String words, Predicate<JavaClass> banned) {
    return condition(
        words,
        (type, report) -> {
          for (JavaConstructorCall call : type.getConstructorCallsFromSelf()) {
            boolean own = type.isAssignableTo(Throwable.class) && call.getOrigin().isConstructor();
            if (!own && banned.test(call.getTargetOwner())) {
              report.accept(type, call.getDescription());
            }
          }
        });
  }

  private static <T> ArchCondition<T> condition(
      String words, BiConsumer<T, BiConsumer<Object, String>> check) {
    return new ArchCondition<>(words) {
      @Override
      public void check(T item, ConditionEvents events) {
        check.accept(
            item, (where, message) -> events.add(SimpleConditionEvent.violated(where, message)));
      }
    };
  }
}
