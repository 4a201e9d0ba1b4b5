package dev.lifeline.core.rate;

/**
 * What calls are counted on.
 *
 * @param limit the limit that they count against
 * @param subject whose calls they are: a project's, an environment's or a user's
 */
record Counter(RateLimit limit, String subject) {}
