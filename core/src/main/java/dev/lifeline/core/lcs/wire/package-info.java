/** Answers and bodies of LCS as they travel: text as it came, no logic. Used by lcs alone. */
@NullMarked
package dev.lifeline.core.lcs.wire;

import org.jspecify.annotations.NullMarked;
