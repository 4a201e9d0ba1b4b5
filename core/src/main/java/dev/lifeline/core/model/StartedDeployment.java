package dev.lifeline.core.model;

import org.jspecify.annotations.Nullable;

/**
 * A deployment that LCS has begun.
 *
 * @param activity the operation
 * @param deploymentId by which an e-Commerce deployment is followed; null for the other types
 */
public record StartedDeployment(ActivityId activity, @Nullable String deploymentId) {}
