package dev.surety.benchmarks.peer;

/** What one side said of one text, and how long it took. */
record Verdict(long nanos, boolean injection, boolean personalData) {}
