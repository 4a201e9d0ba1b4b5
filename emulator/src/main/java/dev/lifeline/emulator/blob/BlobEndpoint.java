package dev.lifeline.emulator.blob;

import java.net.URI;

/** Where an account's blobs are, in the two spellings that services have. */
final class BlobEndpoint {
  private BlobEndpoint() {}

  /**
   * The account's endpoint without a slash at its end. A host alone that does not begin with the
   * account's name is an emulator's, which wants the account in the path.
   */
  static URI of(URI given, BlobAccount account) {
    String text = given.toString().replaceAll("/+$", "");
    String path = given.getPath();
    boolean hostAlone = path == null || path.isEmpty() || path.equals("/");
    String host = given.getHost();
    boolean named = host != null && host.startsWith(account.name() + ".");
    return URI.create(hostAlone && !named ? text + "/" + account.name() : text);
  }
}
