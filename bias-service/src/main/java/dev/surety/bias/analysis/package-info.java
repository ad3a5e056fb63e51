/**
 * From outcomes of groups to findings: picks the reference, computes estimates, intervals and tests, corrects them for
 * their family, and judges. Nothing is dropped on the way: a group without data gets a finding that says so.
 */
@NullMarked
package dev.surety.bias.analysis;

import org.jspecify.annotations.NullMarked;
