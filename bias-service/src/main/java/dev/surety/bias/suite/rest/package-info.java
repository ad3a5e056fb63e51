/** The suites that come with the service, and a check for suites of one's own, over HTTP. */
@NullMarked
package dev.surety.bias.suite.rest;

import org.jspecify.annotations.NullMarked;
