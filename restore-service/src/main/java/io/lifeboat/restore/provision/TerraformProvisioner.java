package io.lifeboat.restore.provision;

import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.serde.Json;
import io.lifeboat.service.command.CommandResult;
import io.lifeboat.service.command.CommandRunner;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Terraform or OpenTofu. Each place has a state of its own, so two attempts never share one. The plan's SHA-256 stands in the
 * timeline, the plan itself beside the state.
 *
 * <p>Settings: {@code program} ({@code terraform} unless said otherwise, or {@code tofu}), {@code module}, the folder of the
 * configuration; {@code folder}, under which states are kept; {@code output}, the one that names addresses ({@code nodes}
 * unless said otherwise). The module is given the variable {@code name}, and what {@code variables} says.
 */
@Singleton
public final class TerraformProvisioner implements Provisioner {
    private static final String PLAN = "recovery.tfplan";

    private final Readiness readiness;
    private final CommandRunner runner;

    TerraformProvisioner(Readiness readiness, CommandRunner runner) {
        this.readiness = readiness;
        this.runner = runner;
    }

    @Override
    public String type() {
        return "terraform";
    }

    @Override
    public Provisioned provision(PlaceRequest request) throws InterruptedException {
        try {
            for (Path rival : rivals(request)) {
                remove(request, rival);
            }
            Path state = state(request);
            Files.createDirectories(state);
            run(request, state, "init", "-input=false", "-no-color");
            List<String> plan = new ArrayList<>(List.of("plan", "-input=false", "-no-color"));
            plan.addAll(stateAndVariables(request, state));
            plan.add("-out=" + state.resolve(PLAN));
            run(request, state, plan.toArray(String[]::new));
            String digest = Json.sha256(Files.readAllBytes(state.resolve(PLAN)));
            run(
                    request,
                    state,
                    "apply",
                    "-input=false",
                    "-no-color",
                    "-auto-approve",
                    "-state=" + state.resolve("terraform.tfstate"),
                    state.resolve(PLAN).toString());
            return served(request, state, Arguments.of("plan", digest).with("state", state.toString()));
        } catch (IOException e) {
            return new Provisioned.NotReady(e.getMessage());
        }
    }

    private Provisioned served(PlaceRequest request, Path state, Arguments details)
            throws IOException, InterruptedException {
        String output = request.settings().text("output").orElse("nodes");
        String json = run(
                request, state, "output", "-json", "-no-color", "-state=" + state.resolve("terraform.tfstate"), output);
        return readiness.await(request, CommandPlace.nodes(json), () -> "", details);
    }

    @Override
    public boolean restarts(PlaceRequest request) {
        return false;
    }

    /** What Terraform made is restarted by the site's own means: it describes what is there, not what it does. */
    @Override
    public Provisioned restart(PlaceRequest request) {
        return new Provisioned.NotReady("terraform cannot restart a server: prove backups by another provisioner");
    }

    @Override
    public Optional<String> destroy(PlaceRequest request) throws InterruptedException {
        try {
            remove(request, state(request));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.getMessage());
        }
    }

    private void remove(PlaceRequest request, Path state) throws IOException, InterruptedException {
        if (Files.exists(state.resolve("terraform.tfstate"))) {
            List<String> words = new ArrayList<>(List.of("destroy", "-input=false", "-no-color", "-auto-approve"));
            words.addAll(stateAndVariables(request, state));
            run(request, state, words.toArray(String[]::new));
        }
        new ServerFolder(state).delete();
    }

    private static List<String> stateAndVariables(PlaceRequest request, Path state) {
        List<String> words = new ArrayList<>();
        words.add("-state=" + state.resolve("terraform.tfstate"));
        words.add("-var=name=" + state.getFileName());
        if (request.settings().values().values().get("variables") instanceof Map<?, ?> more) {
            more.forEach((name, value) -> words.add("-var=%s=%s".formatted(name, value)));
        }
        return words;
    }

    private String run(PlaceRequest request, Path state, String... words) throws IOException, InterruptedException {
        String program = request.settings().text("program").orElse("terraform");
        Path module = folder(request, "module");
        List<String> command = new ArrayList<>(List.of(program, "-chdir=" + module));
        command.addAll(List.of(words));
        CommandResult result = runner.run(
                command,
                "",
                Map.of("TF_DATA_DIR", state.resolve("data").toString(), "TF_IN_AUTOMATION", "1"),
                request.within());
        if (result instanceof CommandResult.Ended ended && ended.isSuccess()) {
            return result.output();
        }
        throw new IOException("%s %s: %s: %s".formatted(program, words[0], result.why(), lastLine(result.output())));
    }

    private static String lastLine(String output) {
        return output.lines().filter(line -> !line.isBlank()).reduce("", (before, line) -> line.strip());
    }

    private static List<Path> rivals(PlaceRequest request) throws IOException {
        Path root = root(request);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(
                            entry -> request.name().isRival(entry.getFileName().toString()))
                    .toList();
        }
    }

    private static Path state(PlaceRequest request) {
        return root(request).resolve(request.name().text());
    }

    private static Path root(PlaceRequest request) {
        return folder(request, "folder").resolve(request.workspace().value());
    }

    private static Path folder(PlaceRequest request, String key) {
        return request.settings()
                .folder()
                .resolve(request.settings().required(key))
                .toAbsolutePath();
    }
}
