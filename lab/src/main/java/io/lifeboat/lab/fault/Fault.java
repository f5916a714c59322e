package io.lifeboat.lab.fault;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is wrong with the way to the server. */
sealed interface Fault {

    Duration LONGEST_DELAY = Duration.ofMinutes(10);

    /** Its name in the admin calls. */
    String mode();

    default Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("mode", mode());
        return map;
    }

    /** Nothing. */
    record None() implements Fault {
        @Override
        public String mode() {
            return "none";
        }
    }

    /** Connections are refused. */
    record Refuse() implements Fault {
        @Override
        public String mode() {
            return "refuse";
        }
    }

    /** Connections are taken, and nothing ever comes back: neither on them nor on those that stood before. */
    record BlackHole() implements Fault {
        @Override
        public String mode() {
            return "black-hole";
        }
    }

    /**
     * Everything arrives late, in each direction.
     *
     * @param by 1 ms to 10 min
     */
    record Delay(Duration by) implements Fault {
        public Delay {
            if (by.toMillis() < 1 || by.compareTo(LONGEST_DELAY) > 0) {
                throw new IllegalArgumentException("delayMillis: expected 1 to 600000, was " + by.toMillis());
            }
        }

        @Override
        public String mode() {
            return "delay";
        }

        @Override
        public Map<String, Object> toMap() {
            Map<String, Object> map = Fault.super.toMap();
            map.put("delayMillis", by.toMillis());
            return map;
        }
    }

    /**
     * Searches are answered with an error, all else passes.
     *
     * @param status of the answer, 400 to 599
     */
    record SearchError(int status) implements Fault {
        public SearchError {
            if (status < 400 || status > 599) {
                throw new IllegalArgumentException("status: expected 400 to 599, was " + status);
            }
        }

        @Override
        public String mode() {
            return "search-error";
        }

        @Override
        public Map<String, Object> toMap() {
            Map<String, Object> map = Fault.super.toMap();
            map.put("status", status);
            return map;
        }
    }
}
