/** The static files of the log over HTTP, cacheable for as long as they cannot change. */
@NullMarked
package dev.surety.audit.tile.rest;

import org.jspecify.annotations.NullMarked;
