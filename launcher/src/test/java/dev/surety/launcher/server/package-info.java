/** The servers and the processes behind them, started for real. */
@NullMarked
package dev.surety.launcher.server;

import org.jspecify.annotations.NullMarked;
