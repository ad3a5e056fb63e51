package dev.surety.bias.suite;

/**
 * One call that a run makes.
 *
 * @param ordinal its place in the order of calls, from 0; the calls of a block follow one another
 * @param block the number of its block; cells of one block differ only in the group
 * @param name which of the group's names is used
 * @param control whether the reference is asked once more, to measure the bot's own noise
 */
public record Cell(
        int ordinal, int block, String attribute, String template, int name, String group, boolean control) {}
