/**
 * The demonstration: bundled exchanges go through the real services with real tokens, and each promise is checked from
 * the outside, the way a customer of Surety would: decisions against expectations, every record against the signed log,
 * the cases in the queue, and a fair and an unfair bot against the fairness suite.
 */
@NullMarked
package dev.surety.launcher.demo;

import org.jspecify.annotations.NullMarked;
