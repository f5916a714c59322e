package io.lifeboat.verifier.check;

/** What a check found, with one line of evidence for people. */
public sealed interface CheckResult {
    int MOST_EVIDENCE = 500;

    String evidence();

    record Passed(String evidence) implements CheckResult {
        public Passed {
            evidence = line(evidence);
        }
    }

    /** @param transientFailure whether it may still come right by itself: no answer yet, writes still on their way */
    record Failed(String evidence, boolean transientFailure) implements CheckResult {
        public Failed {
            evidence = line(evidence);
        }
    }

    /** It could not know. */
    record NotRun(String evidence) implements CheckResult {
        public NotRun {
            evidence = line(evidence);
        }
    }

    static CheckResult passed(String form, Object... arguments) {
        return new Passed(form.formatted(arguments));
    }

    /** Looking again would not help. */
    static CheckResult failed(String form, Object... arguments) {
        return new Failed(form.formatted(arguments), false);
    }

    /** Looking again may help. */
    static CheckResult notYet(String form, Object... arguments) {
        return new Failed(form.formatted(arguments), true);
    }

    static CheckResult notRun(String form, Object... arguments) {
        return new NotRun(form.formatted(arguments));
    }

    /** As people and events read it. */
    default String verdict() {
        return switch (this) {
            case Passed p -> "pass";
            case Failed f -> "fail";
            case NotRun n -> "not run";
        };
    }

    private static String line(String text) {
        String one = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (one.isEmpty()) {
            throw new IllegalArgumentException("evidence: expected one line, got nothing");
        }
        return one.length() <= MOST_EVIDENCE ? one : one.substring(0, MOST_EVIDENCE - 3) + "...";
    }
}
