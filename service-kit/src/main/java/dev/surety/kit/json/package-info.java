/** How strictly JSON is read at the edge, and how events are written. */
@NullMarked
package dev.surety.kit.json;

import org.jspecify.annotations.NullMarked;
