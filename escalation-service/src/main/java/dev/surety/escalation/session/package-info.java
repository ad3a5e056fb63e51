/** Sessions of people in the console. */
@NullMarked
package dev.surety.escalation.session;

import org.jspecify.annotations.NullMarked;
