package dev.surety.guardrail.evaluation.check.phrase;

/** The instructions that wait for the current word and those that will wait for the next, each at most once. */
final class Threads {
    private int[] current;
    private int[] next;
    private final int[] addedAt;
    private int size;
    private int nextSize;
    private int round;

    Threads(int instructions) {
        current = new int[instructions];
        next = new int[instructions];
        addedAt = new int[instructions];
    }

    /** Forgets everything; costs nothing, because rounds are counted on. */
    void clear() {
        size = 0;
        nextSize = 0;
        round++;
    }

    /** Adds an instruction that will wait for the next word. */
    void add(int instruction) {
        if (addedAt[instruction] != round) {
            addedAt[instruction] = round;
            next[nextSize++] = instruction;
        }
    }

    /** Makes the next word the current one. */
    void step() {
        int[] done = current;
        current = next;
        next = done;
        size = nextSize;
        nextSize = 0;
        round++;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    int get(int index) {
        return current[index];
    }
}
