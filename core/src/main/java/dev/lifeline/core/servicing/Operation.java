package dev.lifeline.core.servicing;

import dev.lifeline.core.model.ActivityId;
import org.jspecify.annotations.Nullable;

/**
 * An operation in LCS: all that is needed to follow it from any machine.
 *
 * @param target what it is done to
 * @param activity its id
 * @param deploymentId by which an e-Commerce deployment is followed; null for the other kinds, and
 *     for one whose start was only seen in the history
 */
public record Operation(
    ServicingTarget target, ActivityId activity, @Nullable String deploymentId) {}
