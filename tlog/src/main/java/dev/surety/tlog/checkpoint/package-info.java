/**
 * What a log states about itself (C2SP tlog-checkpoint) and the file that proves an entry offline (C2SP tlog-proof).
 */
@NullMarked
package dev.surety.tlog.checkpoint;

import org.jspecify.annotations.NullMarked;
