/** What other services hear of runs: the only place that knows the events of this service. */
@NullMarked
package dev.surety.bias.run.event;

import org.jspecify.annotations.NullMarked;
