/** Reading and writing JSON; the only user of the JSON library. May depend on model and problem. */
@NullMarked
package dev.lifeline.core.json;

import org.jspecify.annotations.NullMarked;
