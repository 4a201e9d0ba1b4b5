/**
 * HTTP glue: requests as they arrive, answers as values, a server on loopback. Knows the JDK's HTTP
 * server so that no service has to; depends on {@code json} only.
 */
@NullMarked
package dev.lifeline.emulator.server;

import org.jspecify.annotations.NullMarked;
