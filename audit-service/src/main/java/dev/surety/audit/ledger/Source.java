package dev.surety.audit.ledger;

import static java.util.Objects.requireNonNull;

/** Where on Kafka something was read. */
public record Source(Stream stream, long offset) {
    public Source {
        requireNonNull(stream, "stream");
        if (offset < 0) {
            throw new IllegalArgumentException("offset is " + offset + ": zero or more was expected");
        }
    }

    /** One partition of a topic: what is read in order. */
    public record Stream(String topic, int partition) {
        public Stream {
            requireNonNull(topic, "topic");
        }

        @Override
        public String toString() {
            return topic + "-" + partition;
        }
    }

    @Override
    public String toString() {
        return stream + "/" + offset;
    }
}
