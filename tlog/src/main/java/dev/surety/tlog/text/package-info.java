/** Reading of text without leniency: everything that is accepted is written back byte for byte. */
@NullMarked
package dev.surety.tlog.text;

import org.jspecify.annotations.NullMarked;
