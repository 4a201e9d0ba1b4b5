package dev.lifeline.hub.model;

import org.jspecify.annotations.Nullable;

/** A connection as one project knows it. */
public record ProjectReference(Project project, String name, @Nullable String description) {}
