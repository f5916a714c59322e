package io.lifeboat.verifier.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which acknowledged writes cannot be read back. */
public sealed interface Losses {

    /** A write that users believe to be stored. */
    record Write(String collection, String id, Optional<Long> sequence, Instant at) {
        @Override
        public String toString() {
            return "%s/%s%s of %s"
                    .formatted(
                            collection,
                            id,
                            sequence.map(number -> " #" + number).orElse(""),
                            at);
        }
    }

    /**
     * All that were told were read back.
     *
     * @param checked how many
     * @param lost oldest first
     */
    record Known(int checked, List<Write> lost) implements Losses {
        public Known {
            lost = lost.stream().sorted(Comparator.comparing(Write::at)).toList();
        }

        /** The time whose writes are gone: from the oldest lost one to the newest, or to the failure if that is later. */
        public Duration span(Instant failure) {
            if (lost.isEmpty()) {
                return Duration.ZERO;
            }
            Instant newest = lost.getLast().at();
            Instant end = newest.isAfter(failure) ? newest : failure;
            return Duration.between(lost.getFirst().at(), end);
        }
    }

    /** @param why one line for people */
    record Unknown(String why) implements Losses {}
}
