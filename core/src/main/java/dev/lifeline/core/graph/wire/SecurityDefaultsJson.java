package dev.lifeline.core.graph.wire;

import org.jspecify.annotations.Nullable;

/** The tenant's security defaults (Graph: identitySecurityDefaultsEnforcementPolicy). */
public record SecurityDefaultsJson(@Nullable Boolean isEnabled) {}
