package dev.lifeline.core.servicing;

/**
 * What a start came to.
 *
 * @param operation the one that goes on in LCS, or has ended there
 * @param joined whether it was there already, so that nothing was started now
 */
public record Started(Operation operation, boolean joined) {}
