/** What operators see of the work on cases. */
@NullMarked
package dev.surety.escalation.cases.metric;

import org.jspecify.annotations.NullMarked;
