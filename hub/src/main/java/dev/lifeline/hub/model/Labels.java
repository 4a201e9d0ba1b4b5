package dev.lifeline.hub.model;

import org.jspecify.annotations.Nullable;

/**
 * What people call a connection, and say of it.
 *
 * @param name the name at the time of its creation or of its last renaming; each project has its
 *     own
 * @param owner {@code library} or {@code agentcloud}, in the client's spelling
 */
public record Labels(
    String name,
    @Nullable String description,
    String owner,
    @Nullable String managementReference) {}
