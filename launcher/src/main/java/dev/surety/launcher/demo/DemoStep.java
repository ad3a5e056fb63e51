package dev.surety.launcher.demo;

/** One thing that the demonstration shows and checks. Steps run in order and find in the journal what earlier ones did. */
public interface DemoStep {
    /** What is being shown, as a heading. */
    String name();

    /** Does it, and says whether it held. */
    StepResult run(Journal journal);
}
