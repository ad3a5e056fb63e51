/** Time and identifiers, injected so that a result can be repeated. */
@NullMarked
package dev.surety.kit.time;

import org.jspecify.annotations.NullMarked;
