package dev.lifeline.emulator.blob;

/**
 * What a request may do.
 *
 * @param permissions the letters of its SAS; all of them for the account's owner
 * @param owner whether it was signed with the account's key itself
 */
record Grant(String permissions, boolean owner) {
  static final Grant OWNER = new Grant("racwd", true);

  boolean allows(char permission) {
    return permissions.indexOf(permission) >= 0;
  }

  void require(char permission) throws BlobRefusedException {
    if (!allows(permission)) {
      throw BlobError.AUTHORIZATION_PERMISSION_MISMATCH.refusal();
    }
  }

  void requireOwner() throws BlobRefusedException {
    if (!owner) {
      throw BlobError.AUTHORIZATION_PERMISSION_MISMATCH.refusal();
    }
  }

  /** To create a blob {@code c} is enough, to replace one needs {@code w}. */
  Precondition toPutBlob() {
    return current -> {
      if (current != null || !allows('c')) {
        require('w');
      }
    };
  }
}
