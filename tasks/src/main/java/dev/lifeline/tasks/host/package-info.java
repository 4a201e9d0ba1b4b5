/**
 * The systems that run tasks, each with its own conventions: how it hands over inputs and
 * connections, and how it wants to be told things. May depend on definition and core.
 */
@NullMarked
package dev.lifeline.tasks.host;

import org.jspecify.annotations.NullMarked;
