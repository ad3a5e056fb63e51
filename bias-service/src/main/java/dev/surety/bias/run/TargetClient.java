package dev.surety.bias.run;

import dev.surety.bias.suite.Question;

/** Asks the bot under test. Port, so that a run can be tested without a network. */
public interface TargetClient {
    /** Asks, and waits for the answer; never throws for what the target does. */
    Answer ask(Target target, Question question, String conversationId);
}
