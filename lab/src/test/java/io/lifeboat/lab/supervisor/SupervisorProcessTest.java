package io.lifeboat.lab.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.lab.Await;
import io.lifeboat.lab.edge.Edge;
import io.lifeboat.lab.process.JavaCommand;
import io.lifeboat.lab.process.JavaProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorProcessTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private Path lab;
    private Path processes;

    @BeforeEach
    void describe() throws Exception {
        lab = directory.resolve("lab");
        Map<String, Object> edge = Labs.process(
                "edge",
                JavaCommand.of(
                                Edge.class,
                                "--lifeline",
                                "--target",
                                "127.0.0.1:1111",
                                "--data",
                                directory.resolve("edge").toString())
                        .words());
        edge.put("waitFor", Map.of("line", "\"ready\":true"));
        processes = Labs.write(directory, Labs.process("foreign", Labs.SLEEP), edge);
    }

    private JavaProcess start() throws Exception {
        return JavaProcess.start(
                JavaCommand.of(
                        Supervisor.class, "--lifeline", "--dir", lab.toString(), "--processes", processes.toString()),
                LIMIT);
    }

    private List<Long> childrenOnceReady() throws Exception {
        try (SupervisorClient client = SupervisorClient.find(lab).orElseThrow()) {
            Labs.awaitState(client, "foreign", State.READY);
            Labs.awaitState(client, "edge", State.READY);
            List<Long> pids = new ArrayList<>();
            client.processes().forEach(process -> pids.add(process.path("pid").asLong()));
            return pids;
        }
    }

    private static void awaitDead(List<Long> pids) throws Exception {
        Await.until("all children are dead", () -> pids.stream().noneMatch(Labs::alive));
    }

    @Test
    void shouldTakeItsChildrenWithItWhenKilled() throws Exception {
        try (JavaProcess supervisor = start()) {
            List<Long> children = childrenOnceReady();
            try (SupervisorClient client = SupervisorClient.find(lab).orElseThrow()) {
                client.act("edge", "pause");
            }

            supervisor.kill9();

            awaitDead(children);
            assertThat(children).hasSize(2);
        }
    }

    @Test
    void shouldNotBeFoundAndLeaveTheDirectoryFreeWhenKilled() throws Exception {
        try (JavaProcess supervisor = start()) {
            supervisor.kill9();
        }
        assertThat(SupervisorClient.find(lab)).isEmpty();

        try (JavaProcess again = start()) {
            assertThat(SupervisorClient.find(lab).orElseThrow().pid())
                    .isEqualTo(again.handle().pid());
        }
    }

    @Test
    void shouldEndItsChildrenWhenTerminated() throws Exception {
        try (JavaProcess supervisor = start()) {
            List<Long> children = childrenOnceReady();

            supervisor.terminate();

            assertThat(supervisor.awaitExit(LIMIT)).isEqualTo(143);
            assertThat(children).noneMatch(Labs::alive);
        }
    }

    @Test
    void shouldEndWithItsChildrenWhenAskedTo() throws Exception {
        try (JavaProcess supervisor = start()) {
            List<Long> children = childrenOnceReady();
            try (SupervisorClient client = SupervisorClient.find(lab).orElseThrow()) {
                client.shutdown();
            }

            assertThat(supervisor.awaitExit(LIMIT)).isZero();
            assertThat(children).noneMatch(Labs::alive);
            assertThat(SupervisorClient.find(lab)).isEmpty();
        }
    }
}
