/**
 * Reminds of passwords that grow old, while there is time to replace them. May depend on store and
 * model.
 */
@NullMarked
package dev.lifeline.hub.reminder;

import org.jspecify.annotations.NullMarked;
