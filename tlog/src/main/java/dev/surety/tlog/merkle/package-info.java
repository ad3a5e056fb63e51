/**
 * The Merkle tree of RFC 6962 section 2.1 and the verification of its proofs by RFC 9162 sections 2.1.3.2 and
 * 2.1.4.2. A node is named by its level (leaves are level 0) and its index within the level; node (l, i) stands for
 * the leaves from i·2^l up to but not including (i+1)·2^l. Sizes and indices are 0..2^63-1.
 */
@NullMarked
package dev.surety.tlog.merkle;

import org.jspecify.annotations.NullMarked;
