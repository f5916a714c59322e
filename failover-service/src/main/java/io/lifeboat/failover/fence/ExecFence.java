package io.lifeboat.failover.fence;

import io.lifeboat.saga.step.StepContext;
import io.lifeboat.saga.step.StepOutcome;
import io.lifeboat.service.command.CommandResult;
import io.lifeboat.service.command.CommandRunner;
import io.lifeboat.service.command.IncidentJson;
import io.lifeboat.workspaces.config.Site;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** {@code switch: exec}: the site's own {@code command}; status 0 says that the site is fenced. */
@Singleton
final class ExecFence implements SiteFence {
    private final CommandRunner runner;

    ExecFence(CommandRunner runner) {
        this.runner = runner;
    }

    @Override
    public String type() {
        return "exec";
    }

    @Override
    public StepOutcome fence(Site site, StepContext context, Duration within) throws InterruptedException {
        List<String> command = Objects.requireNonNull(site.fence()).settings().texts("command");
        CommandResult result = runner.run(command, IncidentJson.of(context), IncidentJson.environment(context), within);
        return result instanceof CommandResult.Ended ended && ended.isSuccess()
                ? new StepOutcome.Done(
                        result.forTimeline(), "%s is fenced, says %s".formatted(site.id(), command.getFirst()))
                : new StepOutcome.Failed(
                        result.forTimeline(), "%s could not be fenced: %s".formatted(site.id(), result.why()));
    }
}
