/**
 * A log as a folder of static files (C2SP tlog-tiles): tiles of 256 hashes that span eight levels of the tree each,
 * and bundles of the 256 entries below each tile of level 0. Any proof can be made from tiles alone.
 */
@NullMarked
package dev.surety.tlog.tile;

import org.jspecify.annotations.NullMarked;
