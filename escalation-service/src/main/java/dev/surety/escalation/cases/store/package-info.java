/** Cases in PostgreSQL. */
@NullMarked
package dev.surety.escalation.cases.store;

import org.jspecify.annotations.NullMarked;
