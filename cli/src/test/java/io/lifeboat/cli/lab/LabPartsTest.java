package io.lifeboat.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.cli.Failure;
import io.lifeboat.events.serde.Json;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabPartsTest {
    @TempDir
    Path folder;

    @Test
    void shouldGiveNoBlockOfPortsToTwoLabs() throws Exception {
        try (PortBlock first = PortBlock.reserve()) {
            assertThat(PortBlock.tryReserve(first.base())).isEmpty();
        }
    }

    @Test
    void shouldGiveABlockAgainOnceItIsLetGo() throws Exception {
        int base;
        try (PortBlock first = PortBlock.reserve()) {
            base = first.base();
        }

        try (PortBlock again = PortBlock.tryReserve(base).orElseThrow()) {
            assertThat(again.base()).isEqualTo(base);
        }
    }

    @Test
    void shouldNotTakeABlockWithAPortThatSomebodyHas() throws Exception {
        int base;
        try (PortBlock block = PortBlock.reserve()) {
            base = block.base();
        }
        try (ServerSocket taken = new ServerSocket(base + 3, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            assertThat(PortBlock.tryReserve(base)).isEmpty();
        }
    }

    @Test
    void shouldGiveEachPartAPortOfItsOwnWithinTheBlock() {
        LabPorts ports = new LabPorts(20_000);
        Set<Integer> all =
                new HashSet<>(Set.of(ports.supervisor(), ports.kafka(), ports.edge(), ports.edgeAdmin(), ports.app()));
        LabShape.SITES.forEach(site -> all.addAll(Set.of(ports.qdrant(site), ports.qdrantAdmin(site))));
        LabShape.SERVICES.forEach(service -> all.add(ports.service(service)));

        assertThat(all).hasSize(15).allMatch(port -> port >= 20_000 && port < 20_000 + PortBlock.SIZE);
    }

    @Test
    void shouldPreferWhatWasAskedForThenTheEnvironmentThenThePath() throws Exception {
        Path asked = program("asked");
        Path named = program("named");
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Path found = program("bin/qdrant");
        Map<String, String> path = Map.of("PATH", bin.toString());
        Map<String, String> both = Map.of("PATH", bin.toString(), "LIFEBOAT_QDRANT", named.toString());

        assertThat(QdrantChoice.of(Optional.of(asked), both)).isEqualTo(new QdrantChoice.Binary(asked));
        assertThat(QdrantChoice.of(Optional.empty(), both)).isEqualTo(new QdrantChoice.Binary(named));
        assertThat(QdrantChoice.of(Optional.empty(), path)).isEqualTo(new QdrantChoice.Binary(found));
        assertThat(QdrantChoice.of(Optional.empty(), Map.of())).isEqualTo(new QdrantChoice.StandIn());
    }

    @Test
    void shouldRefuseAQdrantThatIsNotThere() {
        assertThatThrownBy(() -> QdrantChoice.of(Optional.of(folder.resolve("none")), Map.of()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("--qdrant: expected a program");
    }

    @Test
    void shouldNameTheServicesThatAreNotBuilt() {
        LabStarter.Options options = new LabStarter.Options(
                new LabLayout(folder.resolve("lab")), new QdrantChoice.StandIn(), true, Set.of("verifier"));

        assertThatThrownBy(() -> new LabStarter(folder).start(options))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("not built: detector-service, failover-service, notifier-service");
    }

    @Test
    void shouldStartARealQdrantOnTheLabsPortsAndNowhereElse() throws Exception {
        JsonNode qdrant = process("qdrant-blue", new QdrantChoice.Binary(Path.of("/opt/qdrant")), Set.of());

        assertThat(qdrant.path("command").path(0).asText()).isEqualTo("/opt/qdrant");
        assertThat(qdrant.path("env").path("QDRANT__SERVICE__HOST").asText()).isEqualTo("127.0.0.1");
        assertThat(qdrant.path("env").path("QDRANT__SERVICE__HTTP_PORT").asText())
                .isEqualTo("20002");
        assertThat(qdrant.path("restart").asBoolean(true)).isFalse();
    }

    @Test
    void shouldNotStartWhatShallBeMissing() throws Exception {
        assertThat(process("verifier", new QdrantChoice.StandIn(), Set.of()).isMissingNode())
                .isFalse();
        assertThat(process("verifier", new QdrantChoice.StandIn(), Set.of("verifier"))
                        .isMissingNode())
                .isTrue();
    }

    private JsonNode process(String name, QdrantChoice choice, Set<String> without) throws Exception {
        LabProcesses processes = new LabProcesses(new LabLayout(folder), new LabPorts(20_000), choice, folder);
        for (JsonNode process : Json.mapper().readTree(processes.json(without)).path("processes")) {
            if (process.path("name").asText().equals(name)) {
                return process;
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    private Path program(String name) throws Exception {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file;
    }
}
