package dev.lifeline.hub.run;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run as clients ask for it.
 *
 * @param connection a service connection, by id or name
 * @param organization narrows the search for a name
 * @param project the project of the hub in whose name it is used, by id or name; where there is one
 *     only, it can be left out
 * @param projectId the project's id in LCS, a number or a text
 * @param name for people
 * @param idempotencyKey the same key means the same run; the header of that name goes before it
 * @param steps what to do, each with its {@code kind} and its inputs
 */
record RunJson(
    @Nullable String connection,
    @Nullable String organization,
    @Nullable String project,
    @Nullable Object projectId,
    @Nullable String name,
    @Nullable String idempotencyKey,
    @Nullable List<@Nullable Map<String, Object>> steps) {}
