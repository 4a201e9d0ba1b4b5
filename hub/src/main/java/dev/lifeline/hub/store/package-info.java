/**
 * The database: H2 or PostgreSQL, its schema, and what is read and written. Each class of tables
 * works within one transaction of {@link dev.lifeline.hub.store.Database}. The only user of JDBI,
 * Flyway and HikariCP. May depend on model.
 */
@NullMarked
package dev.lifeline.hub.store;

import org.jspecify.annotations.NullMarked;
