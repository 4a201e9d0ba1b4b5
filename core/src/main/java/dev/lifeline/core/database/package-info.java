/**
 * Use cases of databases: see the backups and fetch them. May depend on lcs, lookup, download and
 * the vocabulary.
 */
@NullMarked
package dev.lifeline.core.database;

import org.jspecify.annotations.NullMarked;
