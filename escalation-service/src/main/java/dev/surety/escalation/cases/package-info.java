/**
 * Cases: what an escalated exchange becomes, and what agents do with it. A conversation has at most one open case;
 * further reasons join it. Each case has at most one owner, and each change leaves an event, an entry in the feed and a
 * line in its history, in the same transaction.
 */
@NullMarked
package dev.surety.escalation.cases;

import org.jspecify.annotations.NullMarked;
