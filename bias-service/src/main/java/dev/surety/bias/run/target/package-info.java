/** Talking to the bot under test over HTTP, within what the configuration allows. */
@NullMarked
package dev.surety.bias.run.target;

import org.jspecify.annotations.NullMarked;
