package dev.surety.bias.analysis;

/** What a paired analysis speaks about. */
public enum Estimand {
    /** All templates that could be asked, of which these are a sample: the unit is the template. */
    GENERALISING,
    /** This bot on exactly these templates: the unit is the pair. */
    FIXED
}
