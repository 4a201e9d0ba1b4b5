/**
 * What all pages share: rendering, layout and navigation, texts, assets, the fields of forms, how
 * problems and lists look. The only user of JTE; the templates stand in {@code src/main/jte}. May
 * depend on access, web, store and model.
 */
@NullMarked
package dev.lifeline.hub.page;

import org.jspecify.annotations.NullMarked;
