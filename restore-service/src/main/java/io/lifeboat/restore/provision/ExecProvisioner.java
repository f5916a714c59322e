package io.lifeboat.restore.provision;

import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.serde.Json;
import io.lifeboat.service.command.CommandResult;
import io.lifeboat.service.command.CommandRunner;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A site's own program makes the place. It gets {@code {"action", "name", "prefix", "workspace"}} as JSON on its standard
 * input, must end in the same state however often it is asked, destroys what else begins with {@code prefix}, and prints
 * {@code {"nodes": ["http://..."]}} as its last line.
 *
 * <p>Settings: {@code command}.
 */
@Singleton
public final class ExecProvisioner implements Provisioner {
    private final Readiness readiness;
    private final CommandRunner runner;

    ExecProvisioner(Readiness readiness, CommandRunner runner) {
        this.readiness = readiness;
        this.runner = runner;
    }

    @Override
    public String type() {
        return "exec";
    }

    @Override
    public Provisioned provision(PlaceRequest request) throws InterruptedException {
        return served(request, "provision");
    }

    @Override
    public Provisioned restart(PlaceRequest request) throws InterruptedException {
        return served(request, "restart");
    }

    @Override
    public Optional<String> destroy(PlaceRequest request) throws InterruptedException {
        CommandResult result = run(request, "destroy");
        return isSuccess(result) ? Optional.empty() : Optional.of(why(request, result));
    }

    private Provisioned served(PlaceRequest request, String action) throws InterruptedException {
        CommandResult result = run(request, action);
        if (!isSuccess(result)) {
            return new Provisioned.NotReady(why(request, result));
        }
        String last = result.output().strip();
        last = last.substring(last.lastIndexOf('\n') + 1);
        try {
            return readiness.await(request, CommandPlace.nodes(last), () -> "", Arguments.none());
        } catch (IOException e) {
            return new Provisioned.NotReady("%s: in its last line %s".formatted(program(request), e.getMessage()));
        }
    }

    private CommandResult run(PlaceRequest request, String action) throws InterruptedException {
        String input = Json.text(Map.of(
                "action", action,
                "name", request.name().text(),
                "prefix", request.name().prefix(),
                "workspace", request.workspace().value()));
        return runner.run(request.settings().texts("command"), input, Map.of(), request.within());
    }

    private static boolean isSuccess(CommandResult result) {
        return result instanceof CommandResult.Ended ended && ended.isSuccess();
    }

    private static String why(PlaceRequest request, CommandResult result) {
        return "%s: %s".formatted(program(request), result.why());
    }

    private static String program(PlaceRequest request) {
        List<String> command = request.settings().texts("command");
        return command.isEmpty() ? "command" : command.getFirst();
    }
}
