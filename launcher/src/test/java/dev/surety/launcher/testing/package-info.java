/** The shared servers, used as a service would use them. */
@NullMarked
package dev.surety.launcher.testing;

import org.jspecify.annotations.NullMarked;
