/**
 * Service connections: the record, the folder that keeps them, secrets at rest, a connection from
 * the environment. May depend on json and the vocabulary.
 */
@NullMarked
package dev.lifeline.core.connection;

import org.jspecify.annotations.NullMarked;
