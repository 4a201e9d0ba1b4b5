/** {@code lifeline hub}. May depend on shell, and on the hub. */
@NullMarked
package dev.lifeline.cli.hub;

import org.jspecify.annotations.NullMarked;
