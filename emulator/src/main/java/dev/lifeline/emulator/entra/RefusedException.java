package dev.lifeline.emulator.entra;

import org.jspecify.annotations.Nullable;

/** That Entra ID refuses a request. Ends as the answer to it. */
final class RefusedException extends Exception {

  private final transient Catalogue.Entry reason;
  private final String about;
  private final @Nullable String word;

  private RefusedException(Catalogue.Entry reason, String about, @Nullable String word) {
    super("AADSTS" + reason.code());
    this.reason = reason;
    this.about = about;
    this.word = word;
  }

  RefusedException(Aadsts reason, String about) {
    this(reason.entry(), about, null);
  }

  RefusedException(Aadsts reason) {
    this(reason, "");
  }

  /** A refusal with any code of the catalogue. */
  static RefusedException of(Catalogue.Entry reason, String about) {
    return new RefusedException(reason, about, null);
  }

  /** A refusal whose {@code error} is another word than the code's own. */
  static RefusedException saying(String word, Aadsts reason, String about) {
    return new RefusedException(reason.entry(), about, word);
  }

  Catalogue.Entry reason() {
    return reason;
  }

  /** The word that decides what clients do. */
  String error(boolean v1) {
    if (word != null) {
      return word;
    }
    return v1 ? reason.v1Error() : reason.error();
  }

  /** Code and words, with what is refused in them; never a password. */
  String description() {
    return "AADSTS" + reason.code() + ": " + reason.text().replace("%s", about);
  }
}
