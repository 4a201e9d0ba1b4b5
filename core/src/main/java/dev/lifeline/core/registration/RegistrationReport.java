package dev.lifeline.core.registration;

import dev.lifeline.core.model.ClientId;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the check of a registration found.
 *
 * @param clientId the registration
 * @param name its display name, or null when that could not be read; foreign text
 * @param requirements every requirement, in order
 */
public record RegistrationReport(
    ClientId clientId, @Nullable String name, List<CheckedRequirement> requirements) {
  public RegistrationReport {
    requirements = List.copyOf(requirements);
  }

  /** Those that are surely not met. */
  public List<CheckedRequirement> failures() {
    return requirements.stream()
        .filter(each -> each.status() == CheckedRequirement.Status.FAILED)
        .toList();
  }

  /** REGISTRATION_INCOMPLETE, saying what is not met and where to mend it; empty when all is. */
  public Optional<Problem> problem() {
    List<CheckedRequirement> failures = failures();
    if (failures.isEmpty()) {
      return Optional.empty();
    }
    String what =
        failures.stream().map(each -> each.requirement().title()).collect(Collectors.joining(", "));
    Problem problem =
        Problem.of(
                ProblemCode.REGISTRATION_INCOMPLETE,
                "the registration '"
                    + Objects.requireNonNullElse(name, clientId.value())
                    + "' lacks: "
                    + what)
            .why("Entra ID refuses to sign the account in until each prerequisite is met.")
            .step(failures.get(0).requirement().step());
    for (CheckedRequirement failure : failures) {
      problem =
          failure.place() == null
              ? problem
              : problem.fix(failure.requirement().title() + ": " + failure.place());
    }
    return Optional.of(isMendedByRegistering(failures) ? problem.fix(registering()) : problem);
  }

  private static boolean isMendedByRegistering(List<CheckedRequirement> failures) {
    return failures.stream()
        .anyMatch(each -> each.requirement().compareTo(Requirement.PUBLIC_CLIENT_FLOWS) <= 0);
  }

  private String registering() {
    return "or let an administrator add what the registration lacks:"
        + " lifeline app register --name NAME --client-id "
        + clientId;
  }
}
