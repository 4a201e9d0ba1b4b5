/**
 * Use cases of servicing: deploy an asset, of each type, or see what stands in its way. May depend
 * on servicing, lcs, operation and what is below.
 */
@NullMarked
package dev.lifeline.core.deployment;

import org.jspecify.annotations.NullMarked;
