package dev.lifeline.core.graph.wire;

import org.jspecify.annotations.Nullable;

/** A domain of the tenant (Graph: domain). */
public record DomainJson(@Nullable String id, @Nullable String authenticationType) {}
