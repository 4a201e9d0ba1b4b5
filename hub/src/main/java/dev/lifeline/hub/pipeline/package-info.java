/** Which pipelines may use a connection. May depend on access, web, store and model. */
@NullMarked
package dev.lifeline.hub.pipeline;

import org.jspecify.annotations.NullMarked;
