package dev.surety.launcher.demo;

import dev.surety.launcher.display.Ink;
import dev.surety.launcher.display.Progress;
import java.util.ArrayList;
import java.util.List;

/** What the steps of one demonstration have done so far, and where they print. */
public final class Journal {
    private final Progress progress;
    private final List<Decision> decisions = new ArrayList<>();

    public Journal(Progress progress) {
        this.progress = progress;
    }

    void print(String line) {
        progress.say(line);
    }

    Ink ink() {
        return progress.ink();
    }

    void decided(Decision decision) {
        decisions.add(decision);
    }

    /** Every decision that the demonstration asked for, in order. */
    public List<Decision> decisions() {
        return List.copyOf(decisions);
    }
}
