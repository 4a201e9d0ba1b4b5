package dev.lifeline.core.credential;

import dev.lifeline.core.connection.SavedConnection;
import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.model.GraphEndpoint;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;

/** What can go wrong with what a connection signs in with, in words. */
final class CredentialFaults {
  private static final String BOTH_KEPT =
      "Both passwords are kept, and a later command that uses the connection finds out which one works.";

  private CredentialFaults() {}

  static Problem noPassword(SavedConnection saved) {
    return Problem.of(
            ProblemCode.USAGE_WRONG,
            "the connection '" + name(saved) + "' signs in by device code and has no password")
        .why("A person signed in once, and what stands for that is renewed by its use.")
        .fix("to sign in again, run without a password: " + rotate(saved))
        .fix("to change to a password, run: lifeline connection update " + argument(saved))
        .step(SetupStep.CONNECTION);
  }

  static Problem noDeviceCode(SavedConnection saved) {
    return Problem.of(
            ProblemCode.USAGE_WRONG,
            "the connection '" + name(saved) + "' signs in with a password")
        .fix("give it a new password: " + rotate(saved))
        .step(SetupStep.CONNECTION);
  }

  static Problem otherCloud(SavedConnection saved, GraphEndpoint endpoint) {
    String authority = saved.connection().authenticationEndpoint().toString();
    return Problem.of(
            ProblemCode.CLOUD_MISMATCH,
            "'" + authority + "' and '" + endpoint + "' do not belong to one cloud")
        .why("A password of one cloud is not sent to another.")
        .fix("name Microsoft Graph of the connection's cloud with --graph-endpoint URL")
        .step(SetupStep.CONNECTION);
  }

  static Problem somebodyElse(ServiceConnection connection, String username) {
    return Problem.of(
            ProblemCode.SIGN_IN_AGAIN,
            "'"
                + username
                + "' signed in, but the connection is for '"
                + connection.username()
                + "'")
        .why("The browser may have been signed in as somebody else. Nothing was stored.")
        .fix("enter the code in a private window and sign in as '" + connection.username() + "'")
        .fix("or give the connection the user name that is meant")
        .step(SetupStep.ACCOUNT);
  }

  static Problem neitherWorks(SavedConnection saved) {
    return Problem.of(
            ProblemCode.PASSWORD_CHANGE_UNFINISHED,
            "a change of the password of '"
                + username(saved)
                + "' was cut off, and neither the old nor the new one works")
        .why("The password was changed elsewhere since then. Both are kept.")
        .fix("give the connection the password that works: " + rotate(saved))
        .fix("if nobody knows it, let an administrator reset it in Entra ID first")
        .step(SetupStep.ACCOUNT);
  }

  static Problem federated(SavedConnection saved) {
    return Problem.of(
            ProblemCode.PASSWORD_CHANGE_REFUSED,
            "the password of '" + username(saved) + "' cannot be changed in Entra ID")
        .why("The account's domain is federated: its passwords live with the organization itself.")
        .fix("change it where the organization does that, then run: " + rotate(saved))
        .step(SetupStep.ACCOUNT);
  }

  static Problem notAllowed(SavedConnection saved, Problem refusal) {
    Problem problem =
        Problem.of(
                ProblemCode.PASSWORD_CHANGE_REFUSED,
                "the application may not change the password of '" + username(saved) + "'")
            .why(
                "Its registration lacks the permission "
                    + PasswordChange.PERMISSION
                    + " of Microsoft Graph, or nobody consented to that. Nothing was changed.")
            .fix(allowing(saved))
            .fix("or change it in a browser, then run: " + rotate(saved))
            .step(SetupStep.PERMISSION);
    return withDetails(problem, refusal);
  }

  /** Entra ID did not take the new password, and everything is as before. */
  static Problem notChanged(SavedConnection saved, Problem refusal) {
    if (refusal.code() == ProblemCode.ADMINISTRATOR_NEEDED) {
      return notAllowed(saved, refusal);
    }
    if (refusal.code() != ProblemCode.GRAPH_REFUSED) {
      return refusal;
    }
    Problem problem =
        Problem.of(
                ProblemCode.PASSWORD_CHANGE_REFUSED,
                "the password of '" + username(saved) + "' stays as it was: " + refusal.message())
            .why("Entra ID demands length and variety, and refuses what it knows or had before.")
            .fix("choose another one, or give none: Lifeline makes a strong one")
            .fix("if the last change was today, a policy may want it to be older")
            .step(SetupStep.ACCOUNT);
    return withDetails(problem, refusal);
  }

  static Problem uncertain(SavedConnection saved, Problem failure) {
    Problem problem =
        Problem.of(
                failure.code(),
                "it is not known whether Entra ID changed the password of '"
                    + username(saved)
                    + "': "
                    + failure.message())
            .why(BOTH_KEPT)
            .fix("find out with: " + verify(saved))
            .step(SetupStep.ACCOUNT);
    return withDetails(problem, failure);
  }

  /** Entra ID has taken the new password, but the sign-in with it failed. */
  static Problem notProven(SavedConnection saved, Problem failure) {
    boolean notKnownYet = failure.code() == ProblemCode.PASSWORD_WRONG;
    Problem problem =
        Problem.of(
                notKnownYet ? ProblemCode.PASSWORD_CHANGE_UNFINISHED : failure.code(),
                "Entra ID took the new password of '"
                    + username(saved)
                    + "', but the sign-in with it failed: "
                    + failure.message())
            .why(
                notKnownYet
                    ? "A new password can take some minutes to be known everywhere. " + BOTH_KEPT
                    : BOTH_KEPT)
            .fix("find out in some minutes with: " + verify(saved))
            .step(SetupStep.ACCOUNT);
    return withDetails(problem, failure);
  }

  private static Problem withDetails(Problem problem, Problem cause) {
    Problem full = problem;
    for (var detail : cause.details().entrySet()) {
      full = full.detail(detail.getKey(), detail.getValue());
    }
    return full;
  }

  private static String allowing(SavedConnection saved) {
    return "let an administrator allow it: lifeline app register --name NAME --client-id "
        + saved.connection().clientId()
        + " --allow-password-change";
  }

  private static String rotate(SavedConnection saved) {
    return "lifeline connection rotate " + argument(saved);
  }

  private static String verify(SavedConnection saved) {
    return "lifeline connection verify " + argument(saved);
  }

  private static String argument(SavedConnection saved) {
    String name = name(saved);
    return name.indexOf(' ') >= 0 ? '"' + name + '"' : name;
  }

  private static String name(SavedConnection saved) {
    return saved.connection().name();
  }

  private static String username(SavedConnection saved) {
    return saved.connection().username();
  }
}
