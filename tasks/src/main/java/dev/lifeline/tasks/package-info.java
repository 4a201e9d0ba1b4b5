/**
 * The pipeline tasks: their catalogue, the program that runs one, and the one that writes their
 * definitions for Azure DevOps and GitHub.
 */
@NullMarked
package dev.lifeline.tasks;

import org.jspecify.annotations.NullMarked;
