/**
 * Finding what people name, for every use case that is about an environment or a name pattern. May
 * depend on lcs and the vocabulary.
 */
@NullMarked
package dev.lifeline.core.lookup;

import org.jspecify.annotations.NullMarked;
