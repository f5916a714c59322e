package io.lifeboat.events.fold;

import io.lifeboat.events.incident.Stage;

/** Which stage may follow which. */
final class Stages {
    private Stages() {}

    static boolean mayEnter(Incident incident, Stage next, boolean byPerson) {
        return switch (next) {
            case RECOVERED ->
                incident.stage().holdsLock()
                        && (incident.isRecoveredByPlan() || byPerson)
                        && !MoveRules.mayLand(incident);
            case NEEDS_PERSON -> incident.stage() == Stage.RECOVERING;
            case RECOVERING -> incident.stage() == Stage.NEEDS_PERSON;
            case WATCHING -> incident.stage() == Stage.RECOVERED;
            case CLOSED -> mayClose(incident, byPerson);
            case ABORTED -> false; // by incident.aborted alone, which also stops the steps
        };
    }

    private static boolean mayClose(Incident incident, boolean byPerson) {
        boolean over = incident.stage() == Stage.WATCHING
                || incident.stage() == Stage.ABORTED
                || byPerson && incident.stage() != Stage.RECOVERING;
        return over && !incident.isUnsettled();
    }
}
