/** Who is logged in, and how a browser logs in and out. */
@NullMarked
package dev.surety.escalation.session.rest;

import org.jspecify.annotations.NullMarked;
