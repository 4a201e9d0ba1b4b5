/**
 * The architecture as rules, one field a rule, and for each rule the code that breaks it. May
 * depend on every module.
 */
@NullMarked
package dev.lifeline.checks.architecture;

import org.jspecify.annotations.NullMarked;
