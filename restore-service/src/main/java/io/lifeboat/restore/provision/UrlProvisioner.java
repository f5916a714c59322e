package io.lifeboat.restore.provision;

import io.lifeboat.events.plan.Arguments;
import io.lifeboat.service.command.CommandResult;
import io.lifeboat.service.command.CommandRunner;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Qdrant that is there already. It is never destroyed: what was put into it is taken out by whoever put it there.
 *
 * <p>Settings: {@code url}; {@code restart}, a command that restarts it, where one is wanted.
 */
@Singleton
public final class UrlProvisioner implements Provisioner {
    private final Readiness readiness;
    private final CommandRunner runner;

    UrlProvisioner(Readiness readiness, CommandRunner runner) {
        this.readiness = readiness;
        this.runner = runner;
    }

    @Override
    public String type() {
        return "url";
    }

    @Override
    public Provisioned provision(PlaceRequest request) throws InterruptedException {
        Optional<URI> url = request.settings().url("url");
        return url.isEmpty()
                ? new Provisioned.NotReady("url: expected an address, got nothing")
                : readiness.await(
                        request,
                        List.of(url.get()),
                        () -> "",
                        Arguments.of("url", url.get().toString()));
    }

    @Override
    public boolean restarts(PlaceRequest request) {
        return !request.settings().texts("restart").isEmpty();
    }

    @Override
    public Provisioned restart(PlaceRequest request) throws InterruptedException {
        List<String> command = request.settings().texts("restart");
        if (command.isEmpty()) {
            return new Provisioned.NotReady("restart: expected a command that restarts the server, got nothing");
        }
        CommandResult result = runner.run(command, "", Map.of(), request.within());
        return result instanceof CommandResult.Ended ended && ended.isSuccess()
                ? provision(request)
                : new Provisioned.NotReady("%s: %s".formatted(command.getFirst(), result.why()));
    }

    @Override
    public Optional<String> destroy(PlaceRequest request) {
        return Optional.empty();
    }
}
