/**
 * The build's steps that make the extension: one jar out of many, the folder that is packed, and
 * the package itself. May depend on the tasks and on core's JSON.
 */
@NullMarked
package dev.lifeline.extension.packaging;

import org.jspecify.annotations.NullMarked;
