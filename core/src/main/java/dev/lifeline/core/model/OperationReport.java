package dev.lifeline.core.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What LCS says of an operation. Texts are foreign.
 *
 * @param status LCS's own word for where it stands, not blank
 * @param currentStep what a scale unit is doing, or null
 * @param activity which operation LCS speaks of: of an on-premises environment and a scale unit it
 *     is the latest, whichever was asked for; null when LCS does not say
 * @param completed when it ended, or null
 * @param errorMessage LCS's words for what went wrong, or null
 */
public record OperationReport(
    String status,
    @Nullable String currentStep,
    @Nullable ActivityId activity,
    @Nullable Instant completed,
    @Nullable String errorMessage) {}
