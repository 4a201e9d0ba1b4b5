/**
 * The only door to the network: transport, retries, proxy, trust, redaction. May depend on crypto,
 * event, model, problem and time.
 */
@NullMarked
package dev.lifeline.core.http;

import org.jspecify.annotations.NullMarked;
