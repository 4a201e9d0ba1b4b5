package dev.lifeline.emulator.blob;

import org.jspecify.annotations.Nullable;

/** An entry of a block list to commit. */
record BlockReference(Source source, String id) {
  /** Where the block is looked for; the names are those of the XML elements. */
  enum Source {
    COMMITTED("Committed"),
    UNCOMMITTED("Uncommitted"),
    LATEST("Latest");

    private final String element;

    Source(String element) {
      this.element = element;
    }

    static @Nullable Source ofElement(String name) {
      for (Source source : values()) {
        if (source.element.equals(name)) {
          return source;
        }
      }
      return null;
    }

    @Nullable Piece choose(@Nullable Piece committed, @Nullable Piece uncommitted) {
      return switch (this) {
        case COMMITTED -> committed;
        case UNCOMMITTED -> uncommitted;
        case LATEST -> uncommitted != null ? uncommitted : committed;
      };
    }
  }
}
