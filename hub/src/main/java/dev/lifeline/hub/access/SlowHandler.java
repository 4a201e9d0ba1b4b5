package dev.lifeline.hub.access;

import dev.lifeline.hub.web.Reply;
import java.util.function.Supplier;

/** Answers calls that ask other services, which must not hold a connection of the database. */
@FunctionalInterface
public interface SlowHandler {
  /** What is done after the call's transaction has ended. */
  Supplier<Reply> prepare(Call call);
}
