/** Plain JDBC in transactions that are retried where PostgreSQL asks for it. */
@NullMarked
package dev.surety.kit.database;

import org.jspecify.annotations.NullMarked;
