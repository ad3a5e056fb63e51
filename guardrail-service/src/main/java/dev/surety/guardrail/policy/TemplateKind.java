package dev.surety.guardrail.policy;

/** What a template is for; the names are those of the sections in a policy. */
public enum TemplateKind {
    /** A text that the customer reads instead of the bot's. */
    REPLY("replies"),
    /** A text that limits what an answer may be taken for. */
    DISCLAIMER("disclaimers"),
    /** A text that says who or what wrote the answer. */
    LABEL("labels"),
    /** What stands in the place of a finding. */
    MASK("masks");

    private final String section;

    TemplateKind(String section) {
        this.section = section;
    }

    String section() {
        return section;
    }
}
