/**
 * Blob storage: the emulator's own service, which checks each SAS, and the way to a real one.
 * Depends on {@code server} and {@code json}.
 */
@NullMarked
package dev.lifeline.emulator.blob;

import org.jspecify.annotations.NullMarked;
