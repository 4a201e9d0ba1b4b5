package dev.lifeline.emulator.graph;

/** That Graph refuses a request. Ends as the answer to it. */
final class RefusedException extends Exception {

  private final int status;
  private final String code;
  private final String text;

  private RefusedException(int status, String code, String text) {
    super(code);
    this.status = status;
    this.code = code;
    this.text = text;
  }

  static RefusedException badRequest(String text) {
    return new RefusedException(400, "Request_BadRequest", text);
  }

  static RefusedException notFound(String id) {
    return new RefusedException(
        404,
        "Request_ResourceNotFound",
        "Resource '%s' does not exist, or something it refers to does not.".formatted(id));
  }

  static RefusedException denied() {
    return new RefusedException(
        403,
        "Authorization_RequestDenied",
        "Insufficient privileges: neither the token's permissions nor the account's role allow it.");
  }

  static RefusedException exists(String what) {
    return new RefusedException(
        409,
        "Request_MultipleObjectsWithSameKeyValue",
        "There is already an object with the same value: %s.".formatted(what));
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  /** The words for people; they may quote the request, but never a password. */
  String text() {
    return text;
  }
}
