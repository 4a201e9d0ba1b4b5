package dev.lifeline.emulator.blob;

import java.util.Map;

/** How the Blob service refuses: its code, the HTTP status, and its sentence. */
enum BlobError {
  INVALID_HEADER_VALUE(
      "InvalidHeaderValue",
      400,
      "The value for one of the HTTP headers is not in the correct format."),
  INVALID_QUERY_PARAMETER_VALUE(
      "InvalidQueryParameterValue",
      400,
      "Value for one of the query parameters specified in the request URI is invalid."),
  INVALID_BLOB_OR_BLOCK(
      "InvalidBlobOrBlock", 400, "The specified blob or block content is invalid."),
  INVALID_BLOCK_LIST("InvalidBlockList", 400, "The specified block list is invalid."),
  BLOCK_LIST_TOO_LONG(
      "BlockListTooLong", 400, "The block list may not contain more than 50,000 blocks."),
  INVALID_XML_DOCUMENT("InvalidXmlDocument", 400, "XML specified is not syntactically valid."),
  INVALID_RESOURCE_NAME(
      "InvalidResourceName", 400, "The specified resource name contains invalid characters."),
  MISSING_REQUIRED_HEADER(
      "MissingRequiredHeader",
      400,
      "An HTTP header that's mandatory for this request is not specified."),
  MD5_MISMATCH(
      "Md5Mismatch",
      400,
      "The MD5 value specified in the request did not match with the MD5 value calculated by the"
          + " server."),
  CRC64_MISMATCH(
      "Crc64Mismatch",
      400,
      "The CRC64 value specified in the request did not match with the CRC64 value calculated by"
          + " the server."),
  INVALID_AUTHENTICATION_INFO(
      "InvalidAuthenticationInfo",
      400,
      "Authentication information is not given in the correct format. Check the value of"
          + " Authorization header."),
  NO_AUTHENTICATION_INFORMATION(
      "NoAuthenticationInformation",
      401,
      "Server failed to authenticate the request. Please refer to the information in the"
          + " www-authenticate header."),
  AUTHENTICATION_FAILED(
      "AuthenticationFailed",
      403,
      "Server failed to authenticate the request. Make sure the value of Authorization header is"
          + " formed correctly including the signature."),
  AUTHORIZATION_PERMISSION_MISMATCH(
      "AuthorizationPermissionMismatch",
      403,
      "This request is not authorized to perform this operation using this permission."),
  AUTHORIZATION_PROTOCOL_MISMATCH(
      "AuthorizationProtocolMismatch",
      403,
      "This request is not authorized to perform this operation using this protocol."),
  BLOB_NOT_FOUND("BlobNotFound", 404, "The specified blob does not exist."),
  CONTAINER_NOT_FOUND("ContainerNotFound", 404, "The specified container does not exist."),
  RESOURCE_NOT_FOUND("ResourceNotFound", 404, "The specified resource does not exist."),
  UNSUPPORTED_HTTP_VERB(
      "UnsupportedHttpVerb", 405, "The resource doesn't support specified Http Verb."),
  BLOB_ALREADY_EXISTS("BlobAlreadyExists", 409, "The specified blob already exists."),
  CONTAINER_ALREADY_EXISTS(
      "ContainerAlreadyExists", 409, "The specified container already exists."),
  BLOCK_COUNT_EXCEEDS_LIMIT(
      "BlockCountExceedsLimit",
      409,
      "The uncommitted block count cannot exceed the maximum limit of 100,000 blocks."),
  MISSING_CONTENT_LENGTH_HEADER(
      "MissingContentLengthHeader", 411, "Content-Length HTTP header is missing."),
  CONDITION_NOT_MET(
      "ConditionNotMet",
      412,
      "The condition specified using HTTP conditional header(s) is not met."),
  NOT_MODIFIED(
      "ConditionNotMet",
      304,
      "The condition specified using HTTP conditional header(s) is not met."),
  REQUEST_BODY_TOO_LARGE(
      "RequestBodyTooLarge",
      413,
      "The request body is too large and exceeds the maximum permissible limit."),
  INVALID_RANGE(
      "InvalidRange", 416, "The range specified is invalid for the current size of the resource.");

  private final String code;
  private final int status;
  private final String message;

  BlobError(String code, int status, String message) {
    this.code = code;
    this.status = status;
    this.message = message;
  }

  String code() {
    return code;
  }

  int status() {
    return status;
  }

  String message() {
    return message;
  }

  BlobRefusedException refusal() {
    return new BlobRefusedException(this, Map.of(), null);
  }

  /** With an element of the error's XML that says more. */
  BlobRefusedException refusal(String element, String text) {
    return new BlobRefusedException(this, Map.of(element, text), null);
  }

  /** For a range that begins past the end of a blob of this size. */
  static BlobRefusedException invalidRange(long size) {
    return new BlobRefusedException(INVALID_RANGE, Map.of(), "bytes */" + size);
  }
}
