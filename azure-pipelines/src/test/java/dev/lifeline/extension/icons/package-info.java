/** Draws the icons that are checked in. Depends on nothing of ours. */
@NullMarked
package dev.lifeline.extension.icons;

import org.jspecify.annotations.NullMarked;
