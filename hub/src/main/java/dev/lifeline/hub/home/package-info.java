/**
 * Where people begin: the organizations and projects that they have to do with, and a project's
 * first page. May depend on page, access, web, store and model.
 */
@NullMarked
package dev.lifeline.hub.home;

import org.jspecify.annotations.NullMarked;
