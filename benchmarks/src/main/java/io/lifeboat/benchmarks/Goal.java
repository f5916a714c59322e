package io.lifeboat.benchmarks;

/** What a benchmark is measured by. */
public sealed interface Goal {

    /** The number in the last line. */
    double bound();

    boolean isMet(Result result);

    /** For people. */
    String text();

    /** Ours takes at most so many times what the peer takes. */
    record RatioAtMost(double bound) implements Goal {
        @Override
        public boolean isMet(Result result) {
            return result.ratio() <= bound;
        }

        @Override
        public String text() {
            return "at most %s x the peer".formatted(Result.number(bound));
        }
    }

    /** Ours gets through at least so many times what the peer gets through. */
    record RatioAtLeast(double bound) implements Goal {
        @Override
        public boolean isMet(Result result) {
            return result.ratio() >= bound;
        }

        @Override
        public String text() {
            return "at least %s x the peer".formatted(Result.number(bound));
        }
    }

    /** There is no peer: ours is at most so much, in its own unit. */
    record AtMost(double bound) implements Goal {
        @Override
        public boolean isMet(Result result) {
            return result.ours() <= bound;
        }

        @Override
        public String text() {
            return "at most %s".formatted(Result.number(bound));
        }
    }
}
