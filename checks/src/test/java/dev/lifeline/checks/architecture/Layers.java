package dev.lifeline.checks.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The packages of one module and which of their neighbours each may know. A class in a package that
 * is not in the table breaks the rule too, or it would pass unseen.
 */
final class Layers {
  private final String module;
  private final Map<String, Set<String>> allowed = new LinkedHashMap<>();

  private Layers(String module) {
    this.module = module;
  }

  /** The layers of the module with that root package. */
  static Layers of(String module) {
    return new Layers(module);
  }

  /** A row of the table; names are relative to the module, the empty one is its root package. */
  Layers mayKnow(String name, String... others) {
    allowed.put(name, Set.of(others));
    return this;
  }

  /** The root, which puts everything together and so may know every other but those named. */
  Layers rootMayKnowAllBut(String... others) {
    Set<String> all = new java.util.HashSet<>(allowed.keySet());
    all.removeAll(Set.of(others));
    allowed.put("", all);
    return this;
  }

  ArchRule rule() {
    return classes().that().resideInAPackage(module + "..").should(knowOnlyWhatTheTableAllows());
  }

  private ArchCondition<JavaClass> knowOnlyWhatTheTableAllows() {
    return new ArchCondition<>("know only the packages that the table of layers allows") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Set<String> known = allowed.get(relative(type));
        if (known == null) {
          report(type, type.getName() + " is in a package of no layer", events);
          return;
        }
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass().getBaseComponentType();
          if (isOurs(target) && !isSame(type, target) && !known.contains(relative(target))) {
            report(type, dependency.getDescription(), events);
          }
        }
      }
    };
  }

  private static void report(JavaClass type, String message, ConditionEvents events) {
    events.add(SimpleConditionEvent.violated(type, message));
  }

  private boolean isOurs(JavaClass type) {
    return (type.getPackageName() + ".").startsWith(module + ".");
  }

  private static boolean isSame(JavaClass one, JavaClass other) {
    return one.getPackageName().equals(other.getPackageName());
  }

  private String relative(JavaClass type) {
    String name = type.getPackageName();
    return name.equals(module) ? "" : name.substring(module.length() + 1);
  }
}
