/** What the text of the sources has to look like, where compiled classes cannot tell. */
@NullMarked
package dev.lifeline.checks.sources;

import org.jspecify.annotations.NullMarked;
