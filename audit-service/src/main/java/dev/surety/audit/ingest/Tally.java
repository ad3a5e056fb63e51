package dev.surety.audit.ingest;

/** What became of a batch. */
public record Tally(int appended, int duplicates, int conflicts, int quarantined, int gaps) {}
