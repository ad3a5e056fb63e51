package dev.surety.escalation.feed.rest;

/** Where in the feed a reader stands. */
public record PositionView(long feedSeq) {}
