package dev.surety.escalation.cases;

import static java.util.Objects.requireNonNull;

import dev.surety.escalation.floor.Floor;
import dev.surety.escalation.transcript.Entry;
import java.util.List;

/** Everything about one case, as it was at one moment. */
public record CaseFile(
        Case summary,
        List<Reason> reasons,
        List<Passage> passages,
        List<Entry> transcript,
        List<Step> steps,
        List<Activity> history,
        Floor floor) {
    public CaseFile {
        requireNonNull(summary, "summary");
        reasons = List.copyOf(reasons);
        passages = List.copyOf(passages);
        transcript = List.copyOf(transcript);
        steps = List.copyOf(steps);
        history = List.copyOf(history);
        requireNonNull(floor, "floor");
    }
}
