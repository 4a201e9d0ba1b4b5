/** The extension as the build made it, run as an agent runs it. May depend on all of the others. */
@NullMarked
package dev.lifeline.extension.run;

import org.jspecify.annotations.NullMarked;
