/** Answers of Microsoft Graph as they travel: text as it came, no logic. Used by graph alone. */
@NullMarked
package dev.lifeline.core.graph.wire;

import org.jspecify.annotations.NullMarked;
