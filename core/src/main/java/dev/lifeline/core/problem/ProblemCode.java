package dev.lifeline.core.problem;

import static dev.lifeline.core.problem.Kind.FAILED;
import static dev.lifeline.core.problem.Kind.GAVE_UP;
import static dev.lifeline.core.problem.Kind.NOT_FOUND;
import static dev.lifeline.core.problem.Kind.SIGN_IN;
import static dev.lifeline.core.problem.Kind.USAGE;

/**
 * The catalogue of public failures. A code is stable: scripts may depend on it. Its words are in
 * {@code docs/errors.md}, which a test compares with this list.
 */
public enum ProblemCode {
  /** The command line or a setting could not be understood. */
  USAGE_WRONG(USAGE),
  /** An id, address, duration or other value has the wrong form. */
  VALUE_MALFORMED(USAGE),
  /** A task lacks an input that it needs. */
  INPUT_MISSING(USAGE),
  /** The file is no pipeline that could be looked at. */
  PIPELINE_UNREADABLE(USAGE),
  /** Steps of the pipeline would fail, or cannot be run here. */
  PIPELINE_UNFIT(USAGE),
  /** No asset type has that name or number. */
  ASSET_TYPE_UNKNOWN(USAGE),
  /** No project id was given and the connection has no default project. */
  PROJECT_MISSING(USAGE),
  /** A question would have to be asked, and nobody is there to answer. */
  CONFIRMATION_MISSING(USAGE),

  /** The file to read does not exist. */
  FILE_NOT_FOUND(USAGE),
  /** The file exists and cannot be read. */
  FILE_UNREADABLE(USAGE),
  /** The file has no content. */
  FILE_EMPTY(USAGE),
  /** A folder stands where a file is needed. */
  FILE_IS_FOLDER(USAGE),
  /** The file cannot become an asset of its type. */
  PACKAGE_UNFIT(USAGE),
  /** The environment is not of a kind, or not in a state, for that. */
  ENVIRONMENT_UNFIT(USAGE),
  /** The file changed while it was being sent. */
  FILE_CHANGED(FAILED),
  /** The target exists and may not be replaced. */
  TARGET_EXISTS(USAGE),
  /** The target folder or file cannot be written. */
  TARGET_NOT_WRITABLE(USAGE),
  /** The disk is full, or a quota is used up. */
  DISK_FULL(FAILED),

  /** LCS does that to a production environment in its portal only. */
  PRODUCTION_ENVIRONMENT(USAGE),
  /** LCS deploys nothing to a build environment through its API. */
  BUILD_ENVIRONMENT(USAGE),
  /** Commerce packages do not go to on-premises environments. */
  ON_PREMISES_ENVIRONMENT(USAGE),
  /** The deployment type and the kind of environment do not belong together. */
  DEPLOYMENT_TYPE_UNFIT(USAGE),
  /** The asset is of a type that this deployment type does not deploy. */
  ASSET_TYPE_UNFIT(USAGE),

  /** There is no service connection at all. */
  CONNECTION_MISSING(USAGE),
  /** There are several service connections and none was chosen. */
  CONNECTION_AMBIGUOUS(USAGE),
  /** There is no service connection of that name. */
  CONNECTION_NOT_FOUND(NOT_FOUND),
  /** A service connection of that name exists already. */
  CONNECTION_EXISTS(USAGE),
  /** A field of the service connection is missing or malformed. */
  CONNECTION_INVALID(USAGE),
  /** Authentication endpoint and API endpoint belong to different clouds. */
  CLOUD_MISMATCH(USAGE),
  /** The file to import is not what was said, or holds no connection. */
  IMPORT_UNREADABLE(USAGE),
  /** The operating system's key store cannot be reached, or does not let Lifeline in. */
  KEY_STORE_UNAVAILABLE(USAGE),
  /** The connection folder cannot be read or written, or its content is damaged. */
  STORE_DAMAGED(USAGE),

  /** User name or password is wrong. */
  PASSWORD_WRONG(SIGN_IN),
  /** The password has expired. */
  PASSWORD_EXPIRED(SIGN_IN),
  /** Entra ID does not know the user. */
  ACCOUNT_UNKNOWN(SIGN_IN),
  /** The account is locked. */
  ACCOUNT_LOCKED(SIGN_IN),
  /** The account is disabled. */
  ACCOUNT_DISABLED(SIGN_IN),
  /** A second factor is demanded. */
  MFA_REQUIRED(SIGN_IN),
  /** A Conditional Access policy blocks the sign-in. */
  POLICY_BLOCKED(SIGN_IN),
  /** Nobody consented to the application for this account. */
  CONSENT_MISSING(SIGN_IN),
  /** The registration lacks the permission for Dynamics Lifecycle Services. */
  PERMISSION_MISSING(SIGN_IN),
  /** The registration does not allow public client flows. */
  PUBLIC_CLIENT_FLOWS_OFF(SIGN_IN),
  /** The tenant does not know the application. */
  APPLICATION_UNKNOWN(SIGN_IN),
  /** Entra ID does not know the tenant, or not in this cloud. */
  TENANT_UNKNOWN(SIGN_IN),
  /** The application is switched off in the tenant. */
  APPLICATION_DISABLED(SIGN_IN),
  /** Only assigned accounts may use the application, and this one is not. */
  ACCOUNT_NOT_ASSIGNED(SIGN_IN),
  /** A proxy lets only other tenants through. */
  TENANT_RESTRICTED(SIGN_IN),
  /** The account's own identity provider refused, or cannot be used without a browser. */
  FEDERATION_UNUSABLE(SIGN_IN),
  /** The sign-in that a person once made does not hold any more. */
  SIGN_IN_AGAIN(SIGN_IN),
  /** The person declined the sign-in by device code. */
  DEVICE_CODE_DECLINED(SIGN_IN),
  /** Nobody used the device code in time. */
  DEVICE_CODE_EXPIRED(SIGN_IN),
  /** The token is not one for LCS. */
  TOKEN_NOT_FOR_LCS(SIGN_IN),
  /** A change of password was cut off, and it is not known which password works. */
  PASSWORD_CHANGE_UNFINISHED(SIGN_IN),
  /** The hub did not accept the access token. */
  HUB_TOKEN_REFUSED(SIGN_IN),
  /** Entra ID refused for a reason that Lifeline has no words for. */
  SIGN_IN_REFUSED(SIGN_IN),

  /** The project does not exist in this geography, or the account may not see it. */
  PROJECT_NOT_VISIBLE(NOT_FOUND),
  /** The account's role in the project does not suffice. */
  ROLE_INSUFFICIENT(NOT_FOUND),
  /** No such asset in the project. */
  ASSET_NOT_FOUND(NOT_FOUND),
  /** No such environment in the project. */
  ENVIRONMENT_NOT_FOUND(NOT_FOUND),
  /** The hub has no such connection for the caller, or none that leads there. */
  HUB_REFUSED(NOT_FOUND),
  /** LCS did not accept the token. */
  TOKEN_REFUSED(NOT_FOUND),
  /** LCS refused the request. */
  LCS_REFUSED(FAILED),
  /** LCS answered something that is not an answer of its API. */
  LCS_ANSWER_UNREADABLE(FAILED),
  /** LCS found the asset invalid. */
  VALIDATION_FAILED(FAILED),
  /** LCS has not validated the asset yet. */
  ASSET_NOT_VALIDATED(FAILED),
  /** The environment is being serviced already. */
  ENVIRONMENT_BUSY(FAILED),
  /** The operation ended without success. */
  OPERATION_FAILED(FAILED),

  /** The tenant has no such application registration. */
  REGISTRATION_NOT_FOUND(NOT_FOUND),
  /** Several registrations have that name. */
  REGISTRATION_AMBIGUOUS(USAGE),
  /** The registration lacks a prerequisite. */
  REGISTRATION_INCOMPLETE(FAILED),
  /** Whoever signed in may not do that in Entra ID. */
  ADMINISTRATOR_NEEDED(NOT_FOUND),
  /** Microsoft Graph refused. */
  GRAPH_REFUSED(FAILED),
  /** Entra ID did not take the new password. */
  PASSWORD_CHANGE_REFUSED(FAILED),

  /** The blob store refused. */
  BLOB_REFUSED(FAILED),
  /** The upload or download address has expired. */
  SAS_EXPIRED(FAILED),
  /** The bytes that arrived are not the bytes that were sent. */
  CONTENT_DAMAGED(FAILED),

  /** Too many requests, for longer than Lifeline was willing to wait. */
  THROTTLED(GAVE_UP),
  /** The database API has done as much as it does in 24 hours. */
  DAILY_LIMIT(GAVE_UP),
  /** The service answers with faults of its own. */
  SERVICE_UNAVAILABLE(GAVE_UP),
  /** No connection to the host. */
  UNREACHABLE(GAVE_UP),
  /** The host's certificate is not trusted. */
  CERTIFICATE_UNTRUSTED(GAVE_UP),
  /** The request was sent and its answer never came. */
  ANSWER_LOST(GAVE_UP),
  /** A start was sent and nobody knows whether it was carried out. */
  START_UNCERTAIN(GAVE_UP),
  /** It is too early for that, and whoever asked does not wait. */
  POSTPONED(GAVE_UP),
  /** The time for waiting is over; the operation goes on. */
  WAIT_TIMED_OUT(GAVE_UP),

  /** The emulator could not take its ports or its folders. */
  EMULATOR_NOT_STARTED(USAGE),
  /** The hub could not take its port or its home. */
  HUB_NOT_STARTED(USAGE),
  /** The hub's database cannot be reached or used. */
  DATABASE_UNUSABLE(USAGE),
  /** The hub's master key is missing, malformed, or not the one of its database. */
  HUB_KEY_UNUSABLE(USAGE),
  /** The hub's own certificate, or its key, cannot be used. */
  CERTIFICATE_UNUSABLE(USAGE),
  /** A backup of a hub cannot be made, read, or restored there. */
  BACKUP_UNUSABLE(USAGE),
  /** An address that the hub must not be sent to. */
  ADDRESS_REFUSED(USAGE),
  /** A fault of Lifeline itself. */
  INTERNAL(Kind.INTERNAL),
  /** Ended by the user or the agent. */
  INTERRUPTED(Kind.INTERRUPTED);

  private final Kind kind;

  ProblemCode(Kind kind) {
    this.kind = kind;
  }

  /** What kind of failure it is; decides the exit code. */
  public Kind kind() {
    return kind;
  }
}
