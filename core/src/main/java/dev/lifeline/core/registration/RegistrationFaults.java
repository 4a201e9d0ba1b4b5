package dev.lifeline.core.registration;

import dev.lifeline.core.graph.Application;
import dev.lifeline.core.graph.ServicePrincipal;
import dev.lifeline.core.model.ClientId;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can go wrong with a registration, in words. */
final class RegistrationFaults {
  private RegistrationFaults() {}

  static Problem notFound(ClientId clientId) {
    return Problem.of(
            ProblemCode.REGISTRATION_NOT_FOUND,
            "the tenant has no application registration with the client ID " + clientId)
        .why("The ID is mistyped, or the registration is in another tenant or cloud.")
        .fix("copy the Application (client) ID from the registration's overview in the portal")
        .fix("or sign in as somebody of the tenant that the registration is in")
        .fix("or register an application: lifeline app register --name NAME")
        .step(SetupStep.REGISTRATION);
  }

  static Problem ambiguous(String name, List<Application> several) {
    String ids =
        several.stream()
            .map(it -> it.clientId().value())
            .sorted()
            .collect(Collectors.joining(", "));
    return Problem.of(
            ProblemCode.REGISTRATION_AMBIGUOUS,
            several.size() + " application registrations have the name '" + name + "': " + ids)
        .why("Entra ID allows equal names; Lifeline does not guess which one is meant.")
        .fix("say which one is meant with --client-id, or choose another name")
        .step(SetupStep.REGISTRATION)
        .detail("clientIds", ids);
  }

  static Problem unknownUser(String username) {
    return Problem.of(ProblemCode.ACCOUNT_UNKNOWN, "the tenant has no account '" + username + "'")
        .why("Consent for one user is kept with that user's account. Nothing was changed.")
        .fix("check the user name: it is the account's sign-in name (UPN)")
        .fix("or consent for the whole tenant with --consent tenant")
        .step(SetupStep.ACCOUNT);
  }

  static Problem notOffered(ServicePrincipal principal, String permission) {
    return Problem.of(
            ProblemCode.GRAPH_REFUSED,
            "'" + principal.displayName() + "' offers no permission '" + permission + "'")
        .why("What stands for this API in the tenant is incomplete, or the permission is disabled.")
        .fix("look at the API under Enterprise applications in the portal, tab Permissions")
        .step(SetupStep.PERMISSION);
  }

  static Problem noGraph() {
    return Problem.of(ProblemCode.GRAPH_REFUSED, "nothing stands for Microsoft Graph in the tenant")
        .why("A permission of Microsoft Graph can be asked for only where Graph is known.")
        .fix("leave the permission to change passwords out")
        .step(SetupStep.PERMISSION);
  }

  static Problem withoutLicence(Problem refusal) {
    return refusal
        .fix("check that the tenant has a licence for Dynamics 365 finance and operations")
        .step(SetupStep.PERMISSION);
  }

  /** The same failure, and what was done before it. */
  static LifelineException halfWay(
      LifelineException failure, List<RegistrationStep> done, @Nullable Application application) {
    if (done.stream().noneMatch(RegistrationStep::changed)) {
      return failure;
    }
    String before =
        done.stream()
            .map(step -> step.part().title() + " " + step.finding())
            .collect(Collectors.joining("; "));
    String name = application == null ? "" : " and --client-id " + application.clientId();
    Problem problem = failure.problem();
    String why = problem.why() == null ? "" : problem.why() + " ";
    return problem
        .why(why + "Done before that: " + before + ".")
        .fix("then run the same command again" + name + ": it goes on where it stopped")
        .detail("clientId", application == null ? null : application.clientId().value())
        .raise(failure);
  }
}
