/**
 * What is logged, and how. Silent until a hub starts: other commands have their own ways to speak.
 * The only user of Logback. Depends on nothing else of the hub.
 */
@NullMarked
package dev.lifeline.hub.log;

import org.jspecify.annotations.NullMarked;
