/**
 * What every command shares: the host, common options, output, questions, progress. May depend on
 * core.
 */
@NullMarked
package dev.lifeline.cli.shell;

import org.jspecify.annotations.NullMarked;
