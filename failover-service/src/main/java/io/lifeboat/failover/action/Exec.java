package io.lifeboat.failover.action;

import io.lifeboat.events.id.StepType;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.saga.step.StepAction;
import io.lifeboat.saga.step.StepContext;
import io.lifeboat.saga.step.StepOutcome;
import io.lifeboat.service.command.CommandResult;
import io.lifeboat.service.command.CommandRunner;
import io.lifeboat.service.command.IncidentJson;
import jakarta.inject.Singleton;
import java.util.List;

/** Runs a site's own program; its exit status is the verdict. */
@Singleton
public final class Exec implements StepAction {
    private final CommandRunner runner;

    Exec(CommandRunner runner) {
        this.runner = runner;
    }

    @Override
    public StepType type() {
        return StepCatalogue.EXEC;
    }

    @Override
    public StepOutcome run(StepContext context) throws InterruptedException {
        List<String> command = context.arguments().texts("command");
        if (command.isEmpty()) {
            return StepOutcome.failed("argument 'command': expected a program and its arguments, got an empty list");
        }
        CommandResult result =
                runner.run(command, IncidentJson.of(context), IncidentJson.environment(context), Remaining.of(context));
        String why = "%s: %s".formatted(command.getFirst(), result.why());
        return switch (result) {
            case CommandResult.Ended ended when ended.isSuccess() -> new StepOutcome.Done(result.forTimeline(), why);
            case CommandResult.Ended ended -> new StepOutcome.Failed(result.forTimeline(), why);
            case CommandResult.TimedOut late -> new StepOutcome.Failed(result.forTimeline(), why);
            case CommandResult.NotStarted never -> new StepOutcome.Failed(result.forTimeline(), why);
        };
    }
}
