/** Times the built program's hub as its clients see it: over HTTP, with its database beside it. */
package dev.lifeline.benchmarks.hub;
