/** The offline check of a whole log from its files, as an auditor does it who trusts nobody but the log's key. */
@NullMarked
package dev.surety.tlog.verification;

import org.jspecify.annotations.NullMarked;
