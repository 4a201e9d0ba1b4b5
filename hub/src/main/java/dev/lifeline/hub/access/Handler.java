package dev.lifeline.hub.access;

import dev.lifeline.hub.web.Reply;

/** Answers the calls of a route, within their transaction. */
@FunctionalInterface
public interface Handler {
  /** The answer. */
  Reply answer(Call call);
}
