package dev.lifeline.core.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was done to an environment once (LCS API: environments, history). Texts are foreign.
 *
 * @param name the operation's name, such as that of an update; may be empty
 * @param type LCS's word for its type, such as ApplicationHotfix, or null
 * @param typeDisplay the same for people, or null
 * @param started when it was started, or null
 * @param ended when it ended; null while it goes on
 * @param status LCS's word for where it stands, or null
 * @param activity its id, or null
 * @param environment the environment, or null
 * @param project the project, or null
 */
public record HistoryEntry(
    String name,
    @Nullable String type,
    @Nullable String typeDisplay,
    @Nullable Instant started,
    @Nullable Instant ended,
    @Nullable String status,
    @Nullable ActivityId activity,
    @Nullable EnvironmentId environment,
    @Nullable ProjectId project) {}
