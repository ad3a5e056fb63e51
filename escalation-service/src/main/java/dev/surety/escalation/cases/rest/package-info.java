/** Cases over HTTP, for the console and for integrators. */
@NullMarked
package dev.surety.escalation.cases.rest;

import org.jspecify.annotations.NullMarked;
