/** Events of the topic surety.policies.v1: the life of policies, written by guardrail-service. */
@NullMarked
package dev.surety.contracts.policy;

import org.jspecify.annotations.NullMarked;
