/** Assembly: the emulator as one product, made of its services and their world. */
@NullMarked
package dev.lifeline.emulator;

import org.jspecify.annotations.NullMarked;
