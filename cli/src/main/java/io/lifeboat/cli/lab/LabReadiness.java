package io.lifeboat.cli.lab;

import io.lifeboat.cli.Failure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Waits until all processes of a lab are ready, and tells of each as it gets there. */
final class LabReadiness {
    private static final Duration PERIOD = Duration.ofMillis(100);

    private final RunningLab lab;
    private final Duration limit;
    private final Set<String> told = new HashSet<>();
    private final long begun = System.nanoTime();

    LabReadiness(RunningLab lab, Duration limit) {
        this.lab = lab;
        this.limit = limit;
    }

    /** @throws Failure naming those that are not ready within the limit */
    void await(Consumer<String> onProgress) throws IOException, InterruptedException {
        while (true) {
            List<LabProcess> missing = new ArrayList<>();
            for (LabProcess process : lab.processes()) {
                if (!process.isReady()) {
                    missing.add(process);
                } else if (told.add(process.name())) {
                    onProgress.accept("%5.1f s  %s is ready".formatted(seconds(), process.name()));
                }
            }
            if (missing.isEmpty()) {
                return;
            }
            if (seconds() > limit.toSeconds()) {
                throw Failure.failed("not ready after %d s: %s", limit.toSeconds(), describe(missing));
            }
            Thread.sleep(PERIOD); // the supervisor has no call that waits
        }
    }

    private double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }

    private String describe(List<LabProcess> missing) {
        return missing.stream()
                .map(process -> "%s (%s, see %s)"
                        .formatted(
                                process.name(),
                                process.state().toLowerCase(java.util.Locale.ROOT),
                                lab.layout().log(process.name())))
                .collect(Collectors.joining(", "));
    }
}
