package dev.lifeline.extension.packaging;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * For whom the extension is made. A company that installs it privately publishes it as itself, with
 * task ids of its own: an id can belong to one publisher only (Azure Pipelines tasks: marketplace
 * rules).
 *
 * @param publisher the id of the publisher in the marketplace
 * @param endpointType the type of service connection that the tasks take
 * @param contributesEndpoint whether that type comes with the extension, or from another one
 */
record Variant(String publisher, String endpointType, boolean contributesEndpoint) {
  static final String OUR_PUBLISHER = "lifeline";
  static final String ENDPOINT_TYPE = "lcsserviceendpoint";

  Variant {
    if (!publisher.matches("[A-Za-z0-9][A-Za-z0-9-]*")) {
      throw new IllegalArgumentException(
          "publisher '%s' is no id of a publisher: letters, digits, hyphens".formatted(publisher));
    }
    if (!endpointType.matches("[A-Za-z][A-Za-z0-9]*")) {
      throw new IllegalArgumentException(
          "endpoint '%s' is no type of service connection: letters and digits"
              .formatted(endpointType));
    }
  }

  /**
   * The variant that the build's properties ask for.
   *
   * @param endpoint {@code none} when another extension brings the type, else its name
   */
  static Variant of(String publisher, String endpoint) {
    boolean none = endpoint.equals("none");
    return new Variant(publisher, none ? ENDPOINT_TYPE : endpoint, !none);
  }

  /** The id of a task for this publisher, always the same. */
  String taskId(String ours) {
    return publisher.equals(OUR_PUBLISHER)
        ? ours
        : UUID.nameUUIDFromBytes((publisher + "/" + ours).getBytes(StandardCharsets.UTF_8))
            .toString();
  }
}
