/**
 * The state that every service looks at: tenants, accounts, applications, consent, projects,
 * environments, assets and operations.
 *
 * <p>May depend on {@code json} only. It knows no HTTP and no wire format.
 */
@NullMarked
package dev.lifeline.emulator.world;

import org.jspecify.annotations.NullMarked;
