/**
 * {@code lifeline pipeline}: reads what Azure Pipelines reads, checks it, runs it here. The only
 * user of the YAML library. May depend on task and shell.
 */
@NullMarked
package dev.lifeline.cli.pipeline;

import org.jspecify.annotations.NullMarked;
