/**
 * guardrail-service, as people in the console see it: their policies, their playground, their figures. The calls go
 * there with the token of the person who asks, so that guardrail-service itself says who may what.
 */
@NullMarked
package dev.surety.escalation.guardrail;

import org.jspecify.annotations.NullMarked;
