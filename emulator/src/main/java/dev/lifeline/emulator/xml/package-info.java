/** XML as DOM trees, read without trust in its sender. Depends on nothing else of ours. */
@NullMarked
package dev.lifeline.emulator.xml;

import org.jspecify.annotations.NullMarked;
