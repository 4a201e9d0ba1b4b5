package dev.lifeline.core.entra;

import static dev.lifeline.core.problem.SetupStep.ACCOUNT;
import static dev.lifeline.core.problem.SetupStep.CONNECTION;
import static dev.lifeline.core.problem.SetupStep.CONSENT;
import static dev.lifeline.core.problem.SetupStep.PERMISSION;
import static dev.lifeline.core.problem.SetupStep.REGISTRATION;

import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import java.util.Arrays;
import java.util.Optional;

/**
 * What Entra ID's refusals mean for a connection to LCS (Entra sign-in: catalogue). Several codes
 * of one meaning share a row.
 */
enum Aadsts {
  WRONG_PASSWORD(
      ProblemCode.PASSWORD_WRONG,
      ACCOUNT,
      "the user name or the password is wrong",
      "Entra ID does not accept this password for this user. Lifeline does not try it again, because wrong passwords lock the account.",
      "sign in once in a browser with this user name, then give the connection the password that worked",
      50126,
      50056),
  UNKNOWN_USER(
      ProblemCode.ACCOUNT_UNKNOWN,
      ACCOUNT,
      "the tenant does not know this user",
      "The user name is the account's sign-in name (UPN), and the account is a member of the tenant that the authentication endpoint names.",
      "check the user name, and the tenant in the authentication endpoint",
      50034,
      50020,
      51004,
      50014,
      16000,
      90072,
      50128),
  LOCKED(
      ProblemCode.ACCOUNT_LOCKED,
      ACCOUNT,
      "the account is locked",
      "Too many wrong passwords came, or the address of this machine is held for malicious.",
      "stop every job that still has an old password, wait half an hour, and look at the account's sign-in log",
      50053),
  EXPIRED(
      ProblemCode.PASSWORD_EXPIRED,
      ACCOUNT,
      "the password has expired or must be changed",
      "Entra ID lets this account in again when its password was changed.",
      "sign in in a browser, set a new password, and give it to the connection",
      50055,
      50144,
      50135),
  DISABLED(
      ProblemCode.ACCOUNT_DISABLED,
      ACCOUNT,
      "the account is disabled",
      "An administrator has switched this account off.",
      "have the account enabled in Entra ID",
      50057),
  MULTIFACTOR(
      ProblemCode.MFA_REQUIRED,
      ACCOUNT,
      "multifactor authentication is required",
      "Lifecycle Services accepts only a user name and a password, and a pipeline cannot answer a second factor.",
      "use a dedicated account that is excluded from multifactor authentication and from Conditional Access policies that demand it",
      50072,
      50074,
      50076,
      50079,
      50158),
  BLOCKED(
      ProblemCode.POLICY_BLOCKED,
      ACCOUNT,
      "a Conditional Access policy blocks it",
      "The password was right; a policy of the tenant forbids this sign-in.",
      "find the policy in the account's sign-in log and exclude this account from it",
      50131,
      53000,
      53001,
      53002,
      53003,
      530032,
      53004,
      53011,
      530035),
  NO_CONSENT(
      ProblemCode.CONSENT_MISSING,
      CONSENT,
      "nobody has consented to the application for this account",
      "The application may act for the account only after the account, or an administrator, has agreed.",
      "in Entra ID open the registration, API permissions, and choose 'Grant admin consent'",
      65001,
      65004,
      90094,
      90095,
      50105),
  NO_PERMISSION(
      ProblemCode.PERMISSION_MISSING,
      PERMISSION,
      "the application has no permission for Dynamics Lifecycle Services",
      "The registration has to name the delegated permission user_impersonation of Dynamics Lifecycle services, in the tenant and cloud of the API endpoint.",
      "add it under API permissions > APIs my organization uses, and check the LCS API endpoint of the connection",
      65005,
      650056,
      650057,
      650052,
      500011,
      50001),
  NOT_PUBLIC(
      ProblemCode.PUBLIC_CLIENT_FLOWS_OFF,
      SetupStep.PUBLIC_CLIENT_FLOWS,
      "the application does not allow public client flows",
      "A user name and a password are accepted only by applications that are registered as public clients.",
      "in Entra ID open the registration, Authentication, and set 'Allow public client flows' to Yes",
      7000218,
      70002),
  UNKNOWN_APPLICATION(
      ProblemCode.APPLICATION_UNKNOWN,
      REGISTRATION,
      "the tenant does not know this application (client) ID",
      "The ID is mistyped, the registration is in another tenant or cloud, or it is disabled. A new registration takes some minutes to be known everywhere.",
      "copy the Application (client) ID from the registration's overview, and check the tenant in the authentication endpoint",
      700016,
      70001,
      700011,
      7000112,
      65002,
      50194),
  UNKNOWN_TENANT(
      ProblemCode.TENANT_UNKNOWN,
      CONNECTION,
      "the tenant is not known at this authentication endpoint",
      "The tenant's id or domain is mistyped, or the tenant lives in another cloud.",
      "check the authentication endpoint; national clouds have their own",
      90002,
      90038,
      900382,
      50059,
      90019,
      9001023);

  private final ProblemCode code;
  private final SetupStep step;
  private final String what;
  private final String why;
  private final String fix;
  private final String numbers;

  Aadsts(ProblemCode code, SetupStep step, String what, String why, String fix, int... numbers) {
    this.code = code;
    this.step = step;
    this.what = what;
    this.why = why;
    this.fix = fix;
    this.numbers = Arrays.toString(numbers).replace('[', ' ').replace(']', ',');
  }

  static Optional<Aadsts> withNumber(int number) {
    return Arrays.stream(values())
        .filter(row -> row.numbers.contains(" " + number + ","))
        .findFirst();
  }

  ProblemCode code() {
    return code;
  }

  SetupStep step() {
    return step;
  }

  String what() {
    return what;
  }

  String why() {
    return why;
  }

  String fix() {
    return fix;
  }
}
