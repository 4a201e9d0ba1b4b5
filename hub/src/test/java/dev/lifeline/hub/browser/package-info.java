/** The hub's pages as people use them: Chromium drives a hub beside the emulator. */
@NullMarked
package dev.lifeline.hub.browser;

import org.jspecify.annotations.NullMarked;
