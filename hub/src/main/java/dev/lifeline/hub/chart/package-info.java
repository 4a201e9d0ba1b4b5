/**
 * The geometry of charts: where things stand between 0 and 100 per cent, so that they fit every
 * width. Knows no other package.
 */
@NullMarked
package dev.lifeline.hub.chart;

import org.jspecify.annotations.NullMarked;
