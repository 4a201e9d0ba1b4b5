/**
 * {@code lifeline deploy} and the commands of {@code lifeline operation}. May depend on shell and
 * core.
 */
@NullMarked
package dev.lifeline.cli.deployment;

import org.jspecify.annotations.NullMarked;
