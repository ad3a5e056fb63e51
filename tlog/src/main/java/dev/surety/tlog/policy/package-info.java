/**
 * Whom somebody trusts (C2SP tlog-policy): which logs, which witnesses, and how many of them must have cosigned before a
 * checkpoint, or a proof against one, is believed offline.
 */
@NullMarked
package dev.surety.tlog.policy;

import org.jspecify.annotations.NullMarked;
