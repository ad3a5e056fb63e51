/** The models behind the proxy: which there are, and how they are asked within limits of time and size. */
@NullMarked
package dev.surety.guardrail.proxy.upstream;

import org.jspecify.annotations.NullMarked;
