package io.lifeboat.cli.command;

import io.lifeboat.cli.log.LogState;
import io.lifeboat.cli.plan.PlanCommand;
import io.lifeboat.events.command.Action;
import io.lifeboat.events.plan.Arguments;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens an incident by hand, for instance to fail over on purpose. */
@Command(name = "open", description = "Open an incident by hand.", mixinStandardHelpOptions = true)
final class OpenCommand extends Commanding {
    @Parameters(index = "0", paramLabel = "WORKSPACE")
    private String workspace = "";

    @Parameters(index = "1", paramLabel = "SCENARIO")
    private String scenario = "";

    @Option(names = "--to", paramLabel = "SITE", description = "The site that shall take over.")
    private Optional<String> to = Optional.empty();

    @Option(names = "--despite-lag", description = "Even if it is behind its objective.")
    private boolean despiteLag;

    @Override
    Wish wish(LogState log) {
        Arguments arguments =
                Arguments.of("scenario", PlanCommand.scenario(scenario).name());
        if (to.isPresent()) {
            arguments = arguments.with("to", to.get());
        }
        if (despiteLag) {
            arguments = arguments.with("despiteLag", true);
        }
        return Wish.ofWorkspace(Action.OPEN, workspace(workspace), arguments);
    }
}
