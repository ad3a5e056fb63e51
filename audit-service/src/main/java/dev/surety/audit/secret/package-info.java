/** Files that hold keys, and the mark that tells a restored backup. Only the owner may read them. */
@NullMarked
package dev.surety.audit.secret;

import org.jspecify.annotations.NullMarked;
