/** What the tests share: an independent reading of RFC 6962, a foreign verifier, and logs in memory. */
@NullMarked
package dev.surety.tlog.testing;

import org.jspecify.annotations.NullMarked;
