package dev.lifeline.hub.web;

/**
 * What is refused, in Azure DevOps' words (Service Endpoints REST: errors). Where that is not
 * documented, the status is the one that the documentation's general table gives.
 */
public enum Fault {
  /** Duplicate name in the project. */
  DUPLICATE_CONNECTION(500, "DuplicateServiceConnectionException", Names.ENDPOINTS),
  /** No authorization block. */
  NO_AUTHORIZATION(500, "ServiceEndpointException", Names.ENDPOINTS),
  /** A value is missing or malformed; no project reference. */
  ARGUMENT(400, "ArgumentException", Names.SYSTEM),
  /** A released version was asked of what is in preview only. */
  PREVIEW_ONLY(400, "VssInvalidPreviewVersionException", Names.SERVICES),
  /** Not signed in, or with a token that is not good for it. */
  UNAUTHORIZED(401, "UnauthorizedRequestException", Names.FOUNDATION),
  /** Signed in, and not allowed to. */
  FORBIDDEN(403, "AccessCheckException", Names.SECURITY),
  /** No such project, or none that the caller may know of. */
  PROJECT_UNKNOWN(404, "ProjectDoesNotExistWithNameException", Names.CORE),
  /** No such connection, or none that the caller may know of. */
  ENDPOINT_UNKNOWN(404, "ServiceEndpointNotFoundException", Names.ENDPOINTS),
  /** Nothing else of that name or id. */
  NOT_FOUND(404, "VssResourceNotFoundException", Names.SERVICES),
  /** There is one already. */
  CONFLICT(409, "VssPropertyAlreadyExistsException", Names.SERVICES),
  /** The request is too large. */
  TOO_LARGE(413, "RequestEntityTooLargeException", Names.SERVICES),
  /** Too many requests. */
  TOO_MANY(429, "RequestBlockedException", Names.FOUNDATION),
  /** A fault of the hub. */
  INTERNAL(500, "VssServiceException", Names.SERVICES);

  private final int status;
  private final String typeKey;
  private final String namespace;

  Fault(int status, String typeKey, String namespace) {
    this.status = status;
    this.typeKey = typeKey;
    this.namespace = namespace;
  }

  private static final class Names {
    static final String ENDPOINTS = "Microsoft.VisualStudio.Services.ServiceEndpoints.WebApi";
    static final String SERVICES = "Microsoft.VisualStudio.Services.WebApi";
    static final String SECURITY = "Microsoft.VisualStudio.Services.Security";
    static final String FOUNDATION = "Microsoft.TeamFoundation.Framework.Server";
    static final String CORE = "Microsoft.TeamFoundation.Core.WebApi";
    static final String SYSTEM = "System";
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  String typeKey() {
    return typeKey;
  }

  String typeName() {
    String assembly = namespace.equals(Names.SYSTEM) ? "mscorlib" : namespace;
    return namespace + "." + typeKey + ", " + assembly;
  }

  int eventId() {
    return this == ARGUMENT ? 0 : 3000;
  }

  /**
   * The exception to throw.
   *
   * @param message a sentence for people, without secrets
   */
  public Refusal refuse(String message) {
    return new Refusal(this, message);
  }
}
