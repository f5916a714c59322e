package io.lifeboat.cli.lab;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.cli.Failure;
import io.lifeboat.events.serde.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Starts labs. */
public final class LabStarter {
    private final Path root;

    /** @param root where the services stand */
    public LabStarter(Path root) {
        this.root = root;
    }

    /**
     * How a lab is started.
     *
     * @param tied it ends with this JVM, however that ends
     * @param without names of processes that shall not start
     */
    public record Options(LabLayout layout, QdrantChoice qdrant, boolean tied, Set<String> without) {
        public Options {
            without = Set.copyOf(without);
        }
    }

    /**
     * Writes the lab's files and starts its supervisor, which starts all else. A lab that was there before is started again with
     * its data.
     *
     * @throws Failure if a lab runs there already, a service is not built, or its ports are taken
     */
    public RunningLab start(Options options) throws IOException, InterruptedException {
        requireServices(options.without());
        LabLayout layout = options.layout();
        Files.createDirectories(layout.folder());
        if (RunningLab.find(layout).isPresent()) {
            throw Failure.failed("a lab runs in %s already: end it with `./lifeboat lab down`", layout.folder());
        }
        try (PortBlock block = ports(layout)) {
            LabInfo info = new LabInfo(block.base(), binary(options.qdrant()));
            write(layout, info, options);
            var started = SupervisorProcess.start(layout, info.ports(), options.tied());
            SecretFile.write(layout.fenceToken(), token(layout));
            return new RunningLab(layout, info, started.client());
        }
    }

    private void requireServices(Set<String> without) {
        List<String> missing = LabShape.SERVICES.stream()
                .filter(service -> !without.contains(service.name()) && !service.isBuilt(root))
                .map(service -> service.service() + "-service")
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            throw Failure.failed("not built: %s, expected under %s", String.join(", ", missing), root);
        }
    }

    private static PortBlock ports(LabLayout layout) throws IOException {
        Optional<LabInfo> before = LabInfo.find(layout);
        if (before.isEmpty()) {
            return PortBlock.reserve();
        }
        int base = before.get().base();
        return PortBlock.tryReserve(base)
                .orElseThrow(() -> Failure.failed(
                        "the lab's ports from %d to %d are taken by others: `lab up --fresh` starts anew on free ones",
                        base, base + PortBlock.SIZE - 1));
    }

    private static Optional<String> binary(QdrantChoice choice) {
        return switch (choice) {
            case QdrantChoice.StandIn standIn -> Optional.empty();
            case QdrantChoice.Binary binary -> Optional.of(binary.program().toString());
        };
    }

    private void write(LabLayout layout, LabInfo info, Options options) throws IOException {
        OperatorKeys.ensure(layout.privateKey(), layout.publicKey());
        for (String process : LabShape.processes()) {
            Files.createDirectories(layout.data(process));
        }
        Files.writeString(layout.workspaces(), WorkspacesFile.text(info.ports()));
        String processes = new LabProcesses(layout, info.ports(), options.qdrant(), root).json(options.without());
        Files.writeString(layout.processes(), processes);
        info.write(layout);
    }

    /** The supervisor makes a token at each start; the fences read theirs from a file when they need it. */
    private static String token(LabLayout layout) throws IOException {
        JsonNode file = Json.mapper().readTree(Files.readAllBytes(layout.supervisorFile()));
        return file.path("token").asText() + "\n";
    }
}
