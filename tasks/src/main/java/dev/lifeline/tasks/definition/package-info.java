/**
 * What a task is: its inputs, their rules, its outputs. One declaration, from which task.json,
 * action.yml, the documents and the checks come. Depends on nothing else of ours.
 */
@NullMarked
package dev.lifeline.tasks.definition;

import org.jspecify.annotations.NullMarked;
