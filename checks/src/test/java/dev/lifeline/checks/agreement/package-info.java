/** Agreement of documents and program: what one says the other does, and the reverse. */
@NullMarked
package dev.lifeline.checks.agreement;

import org.jspecify.annotations.NullMarked;
