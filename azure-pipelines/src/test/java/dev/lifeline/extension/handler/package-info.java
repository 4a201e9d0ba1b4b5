/** The handler's own tests, which are Node's, as tests of the build. Depends on nothing of ours. */
@NullMarked
package dev.lifeline.extension.handler;

import org.jspecify.annotations.NullMarked;
