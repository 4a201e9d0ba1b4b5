/**
 * The LCS Web API in its own words; every answer is judged here. May depend on rate, entra, http,
 * json, event and the vocabulary.
 */
@NullMarked
package dev.lifeline.core.lcs;

import org.jspecify.annotations.NullMarked;
