/** The commands of {@code lifeline asset}. May depend on shell and core. */
@NullMarked
package dev.lifeline.cli.asset;

import org.jspecify.annotations.NullMarked;
