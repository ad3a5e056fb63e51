/** What several tests share: sample events, the log in memory, and a log of its own in the real database. */
@NullMarked
package dev.surety.audit.testing;

import org.jspecify.annotations.NullMarked;
