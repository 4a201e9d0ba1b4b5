/**
 * Use cases of databases: refresh and export them, see the backups and fetch them. May depend on
 * servicing, lcs, lookup, download, operation and the vocabulary.
 */
@NullMarked
package dev.lifeline.core.database;

import org.jspecify.annotations.NullMarked;
