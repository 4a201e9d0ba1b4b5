/**
 * The LCS Web API with its oddities: asset library, servicing, environments, databases.
 *
 * <p>May depend on {@code token}, {@code world}, {@code server}, {@code json}, and on the storage
 * interface of {@code blob}; no other service.
 */
@NullMarked
package dev.lifeline.emulator.lcs;

import org.jspecify.annotations.NullMarked;
