package dev.lifeline.hub.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a run.
 *
 * @param number counts up over all runs, in the order in which events become visible
 * @param step the position of the step that it is about, or null
 * @param text one line for people; may quote LCS, and never a secret
 * @param details the same for programs, a JSON object
 */
public record RunEvent(
    long number,
    UUID run,
    @Nullable Integer step,
    Instant happened,
    EventKind kind,
    String text,
    String details) {}
