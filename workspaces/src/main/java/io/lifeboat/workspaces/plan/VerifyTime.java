package io.lifeboat.workspaces.plan;

import io.lifeboat.workspaces.config.SmokeTest;
import io.lifeboat.workspaces.config.Verification;
import java.time.Duration;
import java.util.Comparator;

/** How long a verification may take. Pure. */
final class VerifyTime {
    private static final Duration LEAST = Duration.ofSeconds(30);

    private VerifyTime() {}

    /** Smoke tests run at once, and may run twice: what fails at first is looked at again. */
    static Duration of(Verification verification) {
        return verification.smoke().stream()
                .map(SmokeTest::timeout)
                .max(Comparator.naturalOrder())
                .map(longest -> LEAST.plus(longest.multipliedBy(2)))
                .orElse(LEAST);
    }
}
