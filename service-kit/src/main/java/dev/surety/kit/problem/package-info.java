/** Errors as part of the interface: RFC 9457 problem answers, and the mappers that make every failure one. */
@NullMarked
package dev.surety.kit.problem;

import org.jspecify.annotations.NullMarked;
