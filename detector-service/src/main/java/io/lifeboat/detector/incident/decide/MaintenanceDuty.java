package io.lifeboat.detector.incident.decide;

import io.lifeboat.events.fold.Window;
import io.lifeboat.events.incident.MaintenanceSet;
import io.lifeboat.workspaces.config.MaintenanceWindow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Writes the configured maintenance windows into the log when they begin: only what stands there stops anything. */
final class MaintenanceDuty implements Duty {
    private final List<MaintenanceWindow> windows;

    MaintenanceDuty(List<MaintenanceWindow> windows) {
        this.windows = List.copyOf(windows);
    }

    @Override
    public Turn turn(Situation situation) {
        Optional<MaintenanceWindow> current = windows.stream()
                .filter(window -> window.contains(situation.now()))
                .findFirst();
        return current.filter(window -> !isSet(window, situation.workspace().maintenance(), situation.now()))
                .map(window -> set(window, situation))
                .orElseGet(() -> next(situation.now()));
    }

    private static boolean isSet(MaintenanceWindow wanted, @org.jspecify.annotations.Nullable Window set, Instant now) {
        return set != null
                && (set.contains(now)
                        || set.from().equals(wanted.from()) && set.until().equals(wanted.until()));
    }

    private static Turn set(MaintenanceWindow window, Situation situation) {
        String sentence = "maintenance by configuration until %s: detects and tells, but moves nothing by itself"
                .formatted(window.until());
        return Turn.act(
                new MaintenanceSet(
                        situation.workspace().id(),
                        window.from(),
                        window.until(),
                        situation.workspace().version(),
                        sentence,
                        null),
                sentence);
    }

    private Turn next(Instant now) {
        return windows.stream()
                .map(MaintenanceWindow::from)
                .filter(from -> from.isAfter(now))
                .min(Comparator.naturalOrder())
                .map(Turn::until)
                .orElse(Turn.NOTHING);
    }
}
