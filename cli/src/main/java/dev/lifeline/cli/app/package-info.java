/**
 * The commands of {@code lifeline app}: the application registration in Entra ID. May depend on
 * shell and core.
 */
@NullMarked
package dev.lifeline.cli.app;

import org.jspecify.annotations.NullMarked;
