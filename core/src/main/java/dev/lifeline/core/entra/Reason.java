package dev.lifeline.core.entra;

import static dev.lifeline.core.problem.ProblemCode.ACCOUNT_DISABLED;
import static dev.lifeline.core.problem.ProblemCode.ACCOUNT_LOCKED;
import static dev.lifeline.core.problem.ProblemCode.ACCOUNT_NOT_ASSIGNED;
import static dev.lifeline.core.problem.ProblemCode.ACCOUNT_UNKNOWN;
import static dev.lifeline.core.problem.ProblemCode.APPLICATION_DISABLED;
import static dev.lifeline.core.problem.ProblemCode.APPLICATION_UNKNOWN;
import static dev.lifeline.core.problem.ProblemCode.CONSENT_MISSING;
import static dev.lifeline.core.problem.ProblemCode.DEVICE_CODE_DECLINED;
import static dev.lifeline.core.problem.ProblemCode.DEVICE_CODE_EXPIRED;
import static dev.lifeline.core.problem.ProblemCode.MFA_REQUIRED;
import static dev.lifeline.core.problem.ProblemCode.PASSWORD_CHANGE_REFUSED;
import static dev.lifeline.core.problem.ProblemCode.PASSWORD_EXPIRED;
import static dev.lifeline.core.problem.ProblemCode.PASSWORD_WRONG;
import static dev.lifeline.core.problem.ProblemCode.PERMISSION_MISSING;
import static dev.lifeline.core.problem.ProblemCode.POLICY_BLOCKED;
import static dev.lifeline.core.problem.ProblemCode.SERVICE_UNAVAILABLE;
import static dev.lifeline.core.problem.ProblemCode.SIGN_IN_AGAIN;
import static dev.lifeline.core.problem.ProblemCode.SIGN_IN_REFUSED;
import static dev.lifeline.core.problem.ProblemCode.TENANT_RESTRICTED;
import static dev.lifeline.core.problem.ProblemCode.TENANT_UNKNOWN;
import static dev.lifeline.core.problem.ProblemCode.THROTTLED;
import static dev.lifeline.core.problem.SetupStep.ACCOUNT;
import static dev.lifeline.core.problem.SetupStep.CONNECTION;
import static dev.lifeline.core.problem.SetupStep.CONSENT;
import static dev.lifeline.core.problem.SetupStep.PERMISSION;
import static dev.lifeline.core.problem.SetupStep.REGISTRATION;

import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Entra ID can mean by a refusal, in words for the person who can mend it. Which code means
 * what is in {@link Aadsts}.
 */
enum Reason {
  WRONG_PASSWORD(
      PASSWORD_WRONG,
      ACCOUNT,
      "the user name or the password is wrong",
      "Entra ID does not accept this password for this user. Lifeline does not try it again, because wrong passwords lock the account.",
      "sign in once in a browser with this user name, then give the connection the password that worked"),
  UNKNOWN_USER(
      ACCOUNT_UNKNOWN,
      ACCOUNT,
      "the tenant does not know this user",
      "The user name is the account's sign-in name (UPN), not an alias, and the account is a member of the tenant that the authentication endpoint names.",
      "check the user name, and the tenant in the authentication endpoint"),
  LOCKED(
      ACCOUNT_LOCKED,
      ACCOUNT,
      "the account is locked",
      "Too many wrong passwords came, or the address of this machine is held for malicious.",
      "stop every job that still has an old password, wait half an hour, and look at the account's sign-in log"),
  EXPIRED(
      PASSWORD_EXPIRED,
      ACCOUNT,
      "the password has expired or must be changed",
      "Entra ID lets this account in again when its password was changed, as it demands at the first sign-in too.",
      "sign in in a browser, set a new password, and give it to the connection: lifeline connection rotate"),
  NO_CLOUD_PASSWORD(
      PASSWORD_WRONG,
      ACCOUNT,
      "Entra ID holds no password for this account",
      "The account's password is kept elsewhere, in the organization's own directory, and is not synchronized.",
      "use an account of the cloud, or have password hash synchronization switched on"),
  DISABLED(
      ACCOUNT_DISABLED,
      ACCOUNT,
      "the account is disabled",
      "An administrator has switched this account off.",
      "have the account enabled in Entra ID"),
  RISKY_PASSWORD(
      PASSWORD_EXPIRED,
      ACCOUNT,
      "the password must be changed because the account is held for at risk",
      "Entra ID Protection saw something suspicious and lets nobody in until the password was changed.",
      "change the password in a browser, have the account's risk dismissed, and give the new password to the connection"),
  EXPIRED_ON_PREMISES(
      PASSWORD_EXPIRED,
      ACCOUNT,
      "the password has expired in the organization's Active Directory",
      "The account is synchronized, and its own directory decides how long a password holds.",
      "change the password in Active Directory, and give it to the connection: lifeline connection rotate"),
  AGENT_UNREACHABLE(
      SERVICE_UNAVAILABLE,
      ACCOUNT,
      "Entra ID cannot reach the directory that checks this password",
      "The tenant has passwords checked by agents on servers of its own (pass-through authentication), and they did not answer.",
      "have the servers of the authentication agents and the Active Directory checked, then try again"),
  FOREIGN_ACCOUNT(
      ACCOUNT_UNKNOWN,
      ACCOUNT,
      "the account belongs to another tenant or identity provider",
      "A guest signs in where his account lives, which takes a browser; a pipeline needs an account that is a member of the tenant.",
      "use a member account of the tenant, and name its home tenant in the authentication endpoint"),
  UNKNOWN_DOMAIN(
      ACCOUNT_UNKNOWN,
      ACCOUNT,
      "Entra ID does not know the domain of this user name",
      "The part after the @ is mistyped, or is one of a personal account, or of a tenant in another cloud.",
      "check the user name, and that the authentication endpoint is the one of the tenant's cloud"),
  TENANT_UNCLEAR(
      TENANT_UNKNOWN,
      CONNECTION,
      "Entra ID cannot tell which tenant is meant",
      "Neither the authentication endpoint nor the user name says it.",
      "put the tenant's id or domain in place of 'organizations' into the authentication endpoint"),
  ONE_TENANT_ONLY(
      APPLICATION_UNKNOWN,
      CONNECTION,
      "the application is for the accounts of one tenant, and the authentication endpoint names none",
      "A registration for 'accounts in this organizational directory only' may be used only at its own tenant's endpoint.",
      "put the tenant's id or domain in place of 'organizations' into the authentication endpoint"),
  COMMON_ENDPOINT(
      SIGN_IN_REFUSED,
      CONNECTION,
      "Entra ID does not allow this kind of sign-in at '/common' and '/consumers'",
      "Such an endpoint is for personal accounts as well, which cannot sign in so.",
      "end the authentication endpoint in /organizations, or in the tenant's id or domain"),
  UNKNOWN_TENANT(
      TENANT_UNKNOWN,
      CONNECTION,
      "the tenant is not known at this authentication endpoint",
      "The tenant's id or domain is mistyped, or the tenant lives in another cloud.",
      "check the authentication endpoint; national clouds have their own"),
  OTHER_CLOUD(
      TENANT_UNKNOWN,
      CONNECTION,
      "the tenant belongs to another cloud",
      "National clouds have sign-in hosts, and application registrations, of their own.",
      "use the authentication endpoint of the tenant's cloud, and an application that is registered there"),
  UNKNOWN_APPLICATION(
      APPLICATION_UNKNOWN,
      REGISTRATION,
      "the tenant does not know this application (client) ID",
      "The ID is mistyped, or the registration is in another tenant or cloud. A new registration takes some minutes to be known everywhere.",
      "copy the Application (client) ID from the registration's overview, and check the tenant in the authentication endpoint"),
  SWITCHED_OFF(
      APPLICATION_DISABLED,
      REGISTRATION,
      "the application is disabled",
      "An administrator has switched it off for sign-in in this tenant.",
      "in Entra ID open Enterprise applications, the application, Properties, and set 'Enabled for users to sign-in' to Yes"),
  LCS_SWITCHED_OFF(
      APPLICATION_DISABLED,
      PERMISSION,
      "Dynamics Lifecycle services is disabled in the tenant",
      "An administrator has switched off the service itself, not your application.",
      "in Entra ID open Enterprise applications, Dynamics Lifecycle services, Properties, and set 'Enabled for users to sign-in' to Yes"),
  NOT_PUBLIC(
      ProblemCode.PUBLIC_CLIENT_FLOWS_OFF,
      SetupStep.PUBLIC_CLIENT_FLOWS,
      "the application does not allow public client flows",
      "A user name and a password are accepted only by applications that are registered as public clients.",
      "in Entra ID open the registration, Authentication, and set 'Allow public client flows' to Yes"),
  DEFECT(
      SIGN_IN_REFUSED,
      null,
      "Entra ID does not accept the request as Lifeline makes it",
      "Nothing in your tenant causes this: the request itself has a fault.",
      "report this message with its code and ids as a fault of Lifeline"),
  NO_CONSENT(
      CONSENT_MISSING,
      CONSENT,
      "nobody has consented to the application for this account",
      "The application may act for the account only after the account, or an administrator, has agreed.",
      "in Entra ID open the registration, API permissions, and choose 'Grant admin consent'"),
  MICROSOFTS_APPLICATION(
      APPLICATION_UNKNOWN,
      REGISTRATION,
      "the application (client) ID is one of Microsoft's own applications",
      "Those may ask only for what Microsoft has laid down for them, and LCS is not among it.",
      "register an application of your own, and give the connection its ID"),
  CONSENT_DECLINED(
      CONSENT_MISSING,
      CONSENT,
      "the consent was declined",
      "Somebody was asked whether the application may act for the account, and chose Cancel.",
      "consent again, or have an administrator choose 'Grant admin consent' in the registration's API permissions"),
  ADMINISTRATORS_CONSENT(
      CONSENT_MISSING,
      CONSENT,
      "only an administrator may consent to the application",
      "The tenant does not let its users consent themselves.",
      "have an administrator open the registration, API permissions, and choose 'Grant admin consent'"),
  NO_PERMISSION(
      PERMISSION_MISSING,
      PERMISSION,
      "the application has no permission for Dynamics Lifecycle Services",
      "The registration has to name the delegated permission user_impersonation of Dynamics Lifecycle services.",
      "add it under API permissions > APIs my organization uses > Dynamics Lifecycle services, then grant consent"),
  NO_SUBSCRIPTION(
      PERMISSION_MISSING,
      PERMISSION,
      "the tenant has no subscription for Dynamics Lifecycle services",
      "The service itself is not set up in this tenant.",
      "have an administrator create its service principal, which 'lifeline app register' does, and check the tenant's licenses"),
  UNKNOWN_SERVICE(
      PERMISSION_MISSING,
      PERMISSION,
      "the tenant does not know the LCS API endpoint",
      "The service is not set up in the tenant yet, or the endpoint is mistyped or belongs to another cloud.",
      "check the LCS API endpoint of the connection; if it is right, 'lifeline app register' sets the service up in the tenant"),
  OWN_TOKEN(
      PERMISSION_MISSING,
      PERMISSION,
      "the application asks for a token for itself",
      "The LCS API endpoint leads to your own application in this tenant, not to Dynamics Lifecycle services.",
      "check the LCS API endpoint of the connection, and remove it from the registration's own identifier URIs"),
  NOT_ASSIGNED(
      ACCOUNT_NOT_ASSIGNED,
      CONSENT,
      "the account is not assigned to the application",
      "The application requires assignment: only accounts and groups on its list may use it.",
      "in Entra ID open Enterprise applications, the application, Users and groups, and add the account; or set 'Assignment required' to No in its Properties"),
  UNKNOWN_SCOPE(
      SIGN_IN_REFUSED,
      CONNECTION,
      "Entra ID does not know the permission that was asked for",
      "It is made of the connection's LCS API endpoint, which may be mistyped or belong to another cloud.",
      "check the LCS API endpoint; if it is right, report this message with its ids as a fault of Lifeline"),
  MULTIFACTOR_UNREGISTERED(
      MFA_REQUIRED,
      ACCOUNT,
      "the account must register for multifactor authentication",
      "Security defaults, a policy or a setting of the account demand a second factor, and a pipeline cannot answer one.",
      "use a dedicated account that is excluded from multifactor authentication: per-user MFA off, security defaults off, no Conditional Access policy that demands it"),
  MULTIFACTOR(
      MFA_REQUIRED,
      ACCOUNT,
      "multifactor authentication is required",
      "Lifecycle Services accepts only a user name and a password, and a pipeline cannot answer a second factor.",
      "use a dedicated account that is excluded from multifactor authentication and from Conditional Access policies that demand it"),
  OUTSIDE_CONTROL(
      MFA_REQUIRED,
      ACCOUNT,
      "another provider's check is required",
      "A policy sends the person on to a multifactor service of somebody else, or to terms of use, and a pipeline cannot answer either.",
      "use a dedicated account that is excluded from that policy"),
  BLOCKED(
      POLICY_BLOCKED,
      ACCOUNT,
      "a Conditional Access policy blocks it",
      "The password was right; a policy of the tenant forbids this sign-in.",
      "find the policy in the account's sign-in log and exclude this account from it"),
  DEVICE_UNFIT(
      POLICY_BLOCKED,
      ACCOUNT,
      "a Conditional Access policy demands a managed device or an approved application",
      "The password was right; a build agent is neither.",
      "find the policy in the account's sign-in log and exclude this account, or the application, from it"),
  RISK(
      POLICY_BLOCKED,
      ACCOUNT,
      "Entra ID holds the account or this sign-in for at risk",
      "Entra ID Protection saw something suspicious and blocks it.",
      "have an administrator look at the account's risk in Entra ID Protection and dismiss it"),
  SECURITY_DEFAULTS(
      POLICY_BLOCKED,
      ACCOUNT,
      "the tenant's security defaults block a sign-in with user name and password only",
      "They cannot make an exception for one account.",
      "have the security defaults replaced by Conditional Access policies that exclude this account"),
  RESTRICTED(
      TENANT_RESTRICTED,
      CONNECTION,
      "a proxy lets only other tenants through",
      "The network adds a list of allowed tenants to each sign-in (tenant restrictions), and this tenant is not on it.",
      "have the tenant added to the proxy's list, or run where that proxy is not in between"),
  SIGN_IN_GONE(
      SIGN_IN_AGAIN,
      ACCOUNT,
      "the stored sign-in does not hold any more",
      "Entra ID ends it when the password changes, after some months without use, or when an administrator revokes it.",
      "sign in again: lifeline connection rotate"),
  LOOP(
      THROTTLED,
      null,
      "Entra ID saw the same request too often",
      "Too many sign-ins of this account and application came within a short time, as from jobs in a loop.",
      "wait some minutes; look for jobs that start Lifeline again and again"),
  TENANT_BUSY(
      THROTTLED,
      null,
      "Entra ID is throttling the tenant",
      "More sign-ins come from the tenant than Entra ID allows.",
      "run fewer jobs at once, or try again in some minutes"),
  PASSING_FAULT(
      SERVICE_UNAVAILABLE,
      null,
      "Entra ID has a fault of its own",
      "It did not pass while Lifeline tried again.",
      "try again in some minutes"),
  LASTING_FAULT(
      SERVICE_UNAVAILABLE,
      null,
      "Entra ID has a fault of its own that does not pass by itself",
      "Nothing in your tenant or your connection is known to cause it.",
      "open a support ticket at Microsoft with the trace id and the correlation id"),
  NO_REDIRECT(
      SIGN_IN_REFUSED,
      REGISTRATION,
      "the registration lacks the redirect URI",
      "Signing in or consenting in a browser ends at a redirect URI that has to be registered.",
      "in Entra ID open the registration, Authentication, and add http://localhost under 'Mobile and desktop applications'"),
  CODE_GONE(
      DEVICE_CODE_EXPIRED,
      null,
      "the device code does not hold any more",
      "Nobody signed in with it in time, or it was used before.",
      "run the command again, and type in the new code soon"),
  CODE_DECLINED(
      DEVICE_CODE_DECLINED,
      null,
      "the person declined",
      "Whoever typed in the code chose not to sign in.",
      "run the command again if that was a mistake"),
  CHANGE_REFUSED(
      PASSWORD_CHANGE_REFUSED,
      ACCOUNT,
      "Entra ID did not change the password",
      "The present password was wrong, the new one breaks the tenant's rules, or the account's own directory keeps the password.",
      "choose another password, or change it where the account's directory is kept");

  private final ProblemCode code;
  private final @Nullable SetupStep step;
  private final String what;
  private final String why;
  private final String fix;

  Reason(ProblemCode code, @Nullable SetupStep step, String what, String why, String fix) {
    this.code = code;
    this.step = step;
    this.what = what;
    this.why = why;
    this.fix = fix;
  }

  ProblemCode code() {
    return code;
  }

  Optional<SetupStep> step() {
    return Optional.ofNullable(step);
  }

  /** The end of "sign-in as ... was refused: ...". */
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
