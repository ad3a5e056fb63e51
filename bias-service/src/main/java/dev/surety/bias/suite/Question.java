package dev.surety.bias.suite;

/** What a call tells the bot: who asks, and what they say. */
public record Question(String customerName, String customerProfile, String message) {}
