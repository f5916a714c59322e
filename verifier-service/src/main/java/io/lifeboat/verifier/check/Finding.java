package io.lifeboat.verifier.check;

import java.util.Map;

/** A check and what it found. */
public record Finding(String check, CheckResult result) {

    boolean mayPass() {
        return result instanceof CheckResult.Failed failed && failed.transientFailure();
    }

    public boolean failed() {
        return result instanceof CheckResult.Failed;
    }

    /** As it stands in a step's output. */
    public Map<String, Object> toMap() {
        return Map.of("name", check, "verdict", result.verdict(), "evidence", result.evidence());
    }
}
