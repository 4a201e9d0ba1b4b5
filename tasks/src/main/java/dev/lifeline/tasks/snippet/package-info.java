/**
 * Steps as people paste them into a pipeline or a shell, made of a task's definition and of what
 * was filled in. May depend on definition.
 */
@NullMarked
package dev.lifeline.tasks.snippet;

import org.jspecify.annotations.NullMarked;
