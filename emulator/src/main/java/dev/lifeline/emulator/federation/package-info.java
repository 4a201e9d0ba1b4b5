/**
 * AD FS as MSAL needs it to sign in a federated account: its metadata, and WS-Trust with user name
 * and password.
 *
 * <p>May depend on {@code token}, {@code world}, {@code server} and {@code xml}; no other service.
 */
@NullMarked
package dev.lifeline.emulator.federation;

import org.jspecify.annotations.NullMarked;
