package dev.lifeline.core.model;

import org.jspecify.annotations.Nullable;

/**
 * An environment of a project as LCS describes it (LCS API: environments). Texts are foreign.
 *
 * @param id its id
 * @param name its name
 * @param type such as Sandbox or Production, or null
 * @param infrastructure such as SelfService or CustomerManaged, or null
 * @param status LCS's word for its state, such as Deployed, or null
 */
public record Environment(
    EnvironmentId id,
    String name,
    @Nullable String type,
    @Nullable String infrastructure,
    @Nullable String status) {}
