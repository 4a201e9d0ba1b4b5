/**
 * Use cases of servicing: start a deployment, follow one to its end. May depend on lcs, operation
 * and what is below.
 */
@NullMarked
package dev.lifeline.core.deployment;

import org.jspecify.annotations.NullMarked;
