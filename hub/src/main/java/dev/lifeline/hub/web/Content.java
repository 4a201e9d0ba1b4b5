package dev.lifeline.hub.web;

import java.nio.file.Path;

/** What an answer holds. */
sealed interface Content {
  /** Nothing more than a status and headers. */
  Content NOTHING = new Text("");

  /** All of it, as one text. */
  record Text(String text) implements Content {}

  /** A file, which is removed when it is sent. */
  record Passing(Path file) implements Content {}

  /** Events as they come, for as long as the feed has some. */
  record Events(Feed feed) implements Content {}
}
