/** Who calls, for which tenant, in which roles. */
@NullMarked
package dev.surety.kit.identity;

import org.jspecify.annotations.NullMarked;
