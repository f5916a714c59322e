package io.lifeboat.verifier.baseline;

import io.lifeboat.events.fold.Workspace;
import java.util.Optional;

/** When a workspace is, by the log, in a state that later ones may be judged against. */
final class Healthy {
    private Healthy() {}

    /** Why it is not, if so. */
    static Optional<String> unsuited(Workspace workspace) {
        if (workspace.active() == null) {
            return Optional.of("the log does not say which site is active");
        }
        if (workspace.unknownCritical() != null) {
            return Optional.of("read-only: the log has a critical event of unknown type");
        }
        return workspace
                .open()
                .filter(incident -> incident.stage().holdsLock() || incident.isUnsettled())
                .findFirst()
                .map(incident -> "%s is %s".formatted(incident.id(), incident.stage()));
    }
}
