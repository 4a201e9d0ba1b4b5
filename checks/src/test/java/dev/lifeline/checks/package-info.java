/** Agreement of sources, documents and program; may depend on every module and ships nothing. */
@NullMarked
package dev.lifeline.checks;

import org.jspecify.annotations.NullMarked;
