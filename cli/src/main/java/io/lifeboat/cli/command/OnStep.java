package io.lifeboat.cli.command;

import io.lifeboat.cli.Failure;
import io.lifeboat.cli.log.LogState;
import io.lifeboat.events.command.Action;
import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.StepHash;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.plan.Step;
import picocli.CommandLine.Parameters;

/** Commands about one step of an open incident. */
abstract class OnStep extends Commanding {
    @Parameters(index = "0", paramLabel = "INCIDENT")
    private String incident = "";

    @Parameters(index = "1", paramLabel = "STEP")
    private String step = "";

    abstract Action action();

    /** Whether the person vouches for exactly what stands in the plan now. */
    abstract boolean signsHash();

    @Override
    Wish wish(LogState log) {
        Workspace workspace = of(log, incident(incident));
        Incident open = workspace.find(incident(incident)).orElseThrow();
        Step found = open.plan().steps().stream()
                .filter(one -> one.id().value().equals(step))
                .findFirst()
                .orElseThrow(() -> Failure.usage(
                        "STEP: expected one of %s, got '%s'",
                        open.plan().steps().stream().map(Step::id).toList(), step));
        Arguments arguments = Arguments.of("step", step);
        if (!signsHash()) {
            return Wish.ofIncident(action(), workspace.id(), open.id(), arguments);
        }
        String hash = StepHash.of(open, found);
        return Wish.ofIncident(action(), workspace.id(), open.id(), arguments.with("hash", hash))
                .noting("signs %s of %s, hash %s".formatted(step, open.id(), hash));
    }
}
