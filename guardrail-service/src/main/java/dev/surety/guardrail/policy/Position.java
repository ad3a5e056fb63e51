package dev.surety.guardrail.policy;

/** A place in a document; lines and columns count from 1, as editors do. */
public record Position(int line, int column) implements Comparable<Position> {
    /** The beginning of a document: where a diagnostic stands that concerns all of it. */
    public static final Position START = new Position(1, 1);

    public Position {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("position " + line + ":" + column + ": lines and columns count from 1");
        }
    }

    @Override
    public int compareTo(Position other) {
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }
}
