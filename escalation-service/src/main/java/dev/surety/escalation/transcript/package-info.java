/**
 * What was said in the conversation of a case, and what the bot wanted to say but the customer did not see. Entries are
 * numbered from 1 without gaps and never change.
 */
@NullMarked
package dev.surety.escalation.transcript;

import org.jspecify.annotations.NullMarked;
