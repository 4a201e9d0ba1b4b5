/**
 * The samples of pipelines in the documents: judged by Microsoft's language service, and run. May
 * depend on the agent and the tasks.
 */
@NullMarked
package dev.lifeline.extension.samples;

import org.jspecify.annotations.NullMarked;
