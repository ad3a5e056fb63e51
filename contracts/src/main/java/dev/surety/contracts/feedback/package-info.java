/** What people say of decisions afterwards. */
@NullMarked
package dev.surety.contracts.feedback;

import org.jspecify.annotations.NullMarked;
