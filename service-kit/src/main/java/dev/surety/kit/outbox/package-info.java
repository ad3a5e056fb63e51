/** Publishing as part of a database transaction, and seeing each event once. */
@NullMarked
package dev.surety.kit.outbox;

import org.jspecify.annotations.NullMarked;
