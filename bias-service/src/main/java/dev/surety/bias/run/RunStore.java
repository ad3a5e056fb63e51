package dev.surety.bias.run;

import dev.surety.bias.suite.Cell;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where runs and their calls are kept. */
public interface RunStore {
    /** What came of an attempt to create a run. */
    sealed interface Creation {
        /** The run that now exists; created by this call or by an earlier one with the same key and request. */
        record Stored(UUID id) implements Creation {}

        /** The key belongs to a run of another request. */
        record KeyTaken() implements Creation {}
    }

    /** Stores a run with its calls, unless the tenant's key was used before. */
    Creation create(NewRun run, List<Cell> cells);

    /** The tenant's run of that id. */
    Optional<Run> find(String tenant, UUID id);

    /** The tenant's runs, newest first, older than {@code before} if it is given. */
    List<Run> list(String tenant, Optional<UUID> before, int limit);

    Progress progress(UUID run);

    /** Takes over a running run that nobody drives, if there is one, with the calls that were in flight. */
    Optional<Run> adopt(UUID driver, Instant now, Instant until);

    /** Keeps a run for its driver; false when somebody else has it or it has ended. */
    boolean renew(UUID run, UUID driver, Instant until);

    /** Lets go of a run, and of the calls that were handed out, so that another worker goes on at once. */
    void release(UUID run, UUID driver);

    /** Hands out the next call that is open, or whose worker has not been heard of in time. */
    Optional<LeasedCell> lease(UUID run, Instant now, Instant until);

    /** Records an answer; false when one was recorded before or the call was handed to somebody else since. */
    boolean record(UUID run, LeasedCell cell, Answer answer);

    /** Ends every open call without an answer. */
    void abandon(UUID run);

    /** The calls that have ended, in order; all of them once {@link Progress#open()} is zero. */
    List<AnsweredCell> answered(UUID run);

    /** Ends a run and publishes that it did, once; false when it had ended before. */
    boolean conclude(Run run, RunState state, RunResult result, Instant now);
}
