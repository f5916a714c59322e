package io.lifeboat.lab.supervisor;

import io.lifeboat.lab.http.Answer;
import io.lifeboat.lab.http.Call;
import io.lifeboat.lab.http.Route;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The supervisor's admin calls. */
final class SupervisorAdmin {

    private interface Action {
        Map<String, Object> apply(String name) throws IOException, InterruptedException;
    }

    private final Roster roster;
    private final Runnable shutdown;

    SupervisorAdmin(Roster roster, Runnable shutdown) {
        this.roster = roster;
        this.shutdown = shutdown;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/processes", call -> Answer.ok(roster.describe())),
                action("kill", roster::kill),
                action("pause", roster::pause),
                action("continue", roster::resume),
                action("stop", roster::stop),
                action("start", roster::start),
                action("restart", roster::restart),
                action("fence", roster::fence),
                action("unfence", roster::unfence),
                Route.post("/shutdown", this::end));
    }

    private Route action(String name, Action action) {
        return Route.post("/processes/{name}/" + name, call -> apply(call.path().get("name"), action));
    }

    private Answer apply(String name, Action action) throws IOException, InterruptedException {
        if (!roster.has(name)) {
            return Answer.because(404, "no such process: " + name);
        }
        try {
            return Answer.ok(action.apply(name));
        } catch (Conflict e) {
            return Answer.because(409, e.getMessage());
        }
    }

    private Answer end(Call call) {
        shutdown.run();
        return Answer.because(202, "ending");
    }
}
