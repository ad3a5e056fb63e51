package dev.surety.bias.analysis.rest;

import dev.surety.kit.problem.Problem;
import dev.surety.kit.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a request, so that the caller hears all of it at once, within reason. */
public final class Violations {
    private static final int MOST = 25;

    private final List<Problem.Violation> found = new ArrayList<>();

    public void add(String pointer, String expectation) {
        if (found.size() < MOST) {
            found.add(new Problem.Violation(pointer, expectation));
        }
    }

    /** A number between two bounds, or the default when none was given. */
    double number(@Nullable Double given, double otherwise, Range range, String pointer) {
        if (given == null) {
            return otherwise;
        }
        if (!range.contains(given)) {
            add(pointer, "is " + given + ": " + range.words() + " was expected");
            return otherwise;
        }
        return given;
    }

    /** A whole number between two bounds, or the default when none was given. */
    long whole(@Nullable Long given, long otherwise, long least, long most, String pointer) {
        if (given == null) {
            return otherwise;
        }
        if (given < least || given > most) {
            add(pointer, "is " + given + ": a whole number from " + least + " to " + most + " was expected");
            return otherwise;
        }
        return given;
    }

    public boolean any() {
        return !found.isEmpty();
    }

    /** Answers with everything that was found, if anything was. */
    public void refuse() {
        if (any()) {
            throw Problems.invalidValues(found);
        }
    }

    /** Bounds of a number; the lower one may be excluded. NaN lies in no range. */
    record Range(double least, boolean leastIncluded, double most, boolean mostIncluded) {
        static final Range SHARE = new Range(0, true, 1, true);
        static final Range POSITIVE_SHARE = new Range(0, false, 1, true);
        static final Range ALPHA = new Range(0, false, 0.5, false);

        boolean contains(double value) {
            return (leastIncluded ? value >= least : value > least) && (mostIncluded ? value <= most : value < most);
        }

        String words() {
            return "a number " + (leastIncluded ? "from " : "above ") + least + (mostIncluded ? " to " : " and below ")
                    + most;
        }
    }
}
