package io.lifeboat.verifier.check;

import jakarta.inject.Singleton;
import java.util.stream.Collectors;

/**
 * Every write that users were told of can be read. Lost ones do not fail the verification: traffic has moved, and not moving
 * would not bring them back. They count against the recovery point objective, and the report names them.
 */
@Singleton
public class AcknowledgedWritesCheck implements Check {
    private static final int EXAMPLES = 3;

    @Override
    public String name() {
        return "acknowledged-writes";
    }

    @Override
    public CheckResult run(Scene scene) {
        return switch (scene.losses()) {
            case Losses.Unknown unknown -> CheckResult.notRun("%s", unknown.why());
            case Losses.Known known
            when known.lost().isEmpty() ->
                CheckResult.passed("all %d acknowledged writes were read back", known.checked());
            case Losses.Known known ->
                CheckResult.passed(
                        "%d of %d acknowledged writes are LOST, which counts as data loss: %s",
                        known.lost().size(),
                        known.checked(),
                        known.lost().stream()
                                .limit(EXAMPLES)
                                .map(Losses.Write::toString)
                                .collect(Collectors.joining(", ")));
        };
    }
}
