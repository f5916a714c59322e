package io.lifeboat.lab.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.lab.Await;
import io.lifeboat.lab.FakeSite;
import io.lifeboat.lab.Http;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

    @TempDir
    private Path directory;

    private Supervisor supervisor;
    private SupervisorClient client;

    @SafeVarargs
    private void start(Map<String, Object>... processes) throws Exception {
        Path file = Labs.write(directory, processes);
        supervisor = Supervisor.start(new SupervisorConfig(directory.resolve("lab"), file, 0));
        client = SupervisorClient.find(directory.resolve("lab")).orElseThrow();
    }

    @AfterEach
    void close() {
        if (supervisor != null) {
            client.close();
            supervisor.close();
        }
    }

    private long pid(String name) throws Exception {
        return Labs.process(client, name).path("pid").asLong();
    }

    private void awaitReady(String name) throws Exception {
        Labs.awaitState(client, name, State.READY);
    }

    @Test
    void shouldStartAgainWhatDied() throws Exception {
        start(Labs.process("a", Labs.SLEEP));
        awaitReady("a");
        long first = pid("a");

        client.act("a", "kill");

        awaitReady("a");
        assertThat(pid("a")).isNotEqualTo(first);
        assertThat(Labs.alive(first)).isFalse();
        assertThat(Labs.process(client, "a").path("restarts").asInt()).isEqualTo(1);
        assertThat(Labs.process(client, "a").path("lastExit").asInt()).isEqualTo(137);
    }

    @Test
    void shouldLeaveTheDeadAloneWhenToldSo() throws Exception {
        Map<String, Object> once = Labs.process("a", List.of("sh", "-c", "exit 3"));
        once.put("restart", false);
        start(once);

        Labs.awaitState(client, "a", State.EXITED);

        assertThat(Labs.process(client, "a").path("lastExit").asInt()).isEqualTo(3);
        assertThat(Labs.process(client, "a").path("restarts").asInt()).isZero();
    }

    @Test
    void shouldWaitForTheLineOfThoseItDependsOn() throws Exception {
        Path gate = directory.resolve("gate");
        Map<String, Object> first = Labs.process(
                "a", List.of("sh", "-c", "while [ ! -f \"$GATE\" ]; do sleep 0.05; done; echo up; exec sleep 1000"));
        first.put("env", Map.of("GATE", gate.toString()));
        first.put("waitFor", Map.of("line", "^up$"));
        Map<String, Object> second = Labs.process("b", Labs.SLEEP);
        second.put("dependsOn", List.of("a"));
        start(first, second);
        Labs.awaitState(client, "a", State.STARTING);
        assertThat(Labs.process(client, "b").path("state").asText()).isEqualTo("WAITING");

        Files.createFile(gate);

        awaitReady("b");
    }

    @Test
    void shouldWaitForTheAddressToAnswer() throws Exception {
        try (FakeSite site = FakeSite.start("a")) {
            site.answer(503);
            Map<String, Object> process = Labs.process("a", Labs.SLEEP);
            process.put("waitFor", Map.of("http", "http://" + site.target() + "/q/health"));
            start(process);
            Await.until("it was asked", () -> !site.received().isEmpty());
            assertThat(Labs.process(client, "a").path("state").asText()).isEqualTo("STARTING");

            site.answer(200);

            awaitReady("a");
        }
    }

    @Test
    void shouldTellTheReadyLine() throws Exception {
        Map<String, Object> process =
                Labs.process("a", List.of("sh", "-c", "echo '{\"ready\":true,\"port\":7}'; exec sleep 1000"));
        process.put("waitFor", Map.of("line", "\"ready\":true"));
        start(process);

        awaitReady("a");

        assertThat(Labs.process(client, "a").path("ready").path("port").asInt()).isEqualTo(7);
    }

    @Test
    void shouldKillWhatDoesNotGetReady() throws Exception {
        Map<String, Object> process = Labs.process("a", Labs.SLEEP);
        process.put("waitFor", Map.of("line", "never"));
        process.put("readyWithinMillis", 50);
        process.put("restart", false);
        start(process);

        Labs.awaitState(client, "a", State.EXITED);

        assertThat(Files.readString(directory.resolve("lab/logs/a.log"))).contains("not ready within");
    }

    @Test
    void shouldHoldAndContinueAProcess() throws Exception {
        start(Labs.process("a", Labs.SLEEP));
        awaitReady("a");

        client.act("a", "pause");
        assertThat(Labs.process(client, "a").path("state").asText()).isEqualTo("PAUSED");
        long pid = pid("a");
        Await.until(
                "the process stands still",
                () -> Files.readString(Path.of("/proc/" + pid + "/stat")).contains(") T "));
        client.act("a", "continue");

        assertThat(Labs.process(client, "a").path("state").asText()).isEqualTo("READY");
    }

    @Test
    void shouldStopAndStartAProcess() throws Exception {
        start(Labs.process("a", Labs.SLEEP));
        awaitReady("a");
        long first = pid("a");

        assertThat(client.act("a", "stop").path("state").asText()).isEqualTo("STOPPED");
        assertThat(Labs.alive(first)).isFalse();
        assertThat(client.act("a", "start").path("state").asText()).isIn("STARTING", "READY");

        awaitReady("a");
    }

    @Test
    void shouldAnswerAFenceOnceTheProcessIsDead() throws Exception {
        start(Labs.process("a", Labs.SLEEP));
        awaitReady("a");
        long fenced = pid("a");
        client.act("a", "pause");

        JsonNode answer = client.act("a", "fence");

        assertThat(Labs.alive(fenced)).isFalse();
        assertThat(answer.path("state").asText()).isEqualTo("FENCED");
        assertThat(client.act("a", "fence").path("state").asText()).isEqualTo("FENCED");
        assertThatThrownBy(() -> client.act("a", "start"))
                .hasMessageContaining("409")
                .hasMessageContaining("unfence");
        assertThatThrownBy(() -> client.act("a", "restart")).hasMessageContaining("409");
    }

    @Test
    void shouldKeepAFenceWhenStartedAgain() throws Exception {
        start(Labs.process("a", Labs.SLEEP), Labs.process("b", Labs.SLEEP));
        awaitReady("a");
        client.act("a", "fence");
        client.close();
        supervisor.close();

        start(Labs.process("a", Labs.SLEEP), Labs.process("b", Labs.SLEEP));

        awaitReady("b");
        assertThat(Labs.process(client, "a").path("state").asText()).isEqualTo("FENCED");
    }

    @Test
    void shouldStartAgainWhatIsUnfencedOnlyWhenTold() throws Exception {
        start(Labs.process("a", Labs.SLEEP));
        awaitReady("a");
        client.act("a", "fence");

        assertThat(client.act("a", "unfence").path("state").asText()).isEqualTo("STOPPED");

        client.act("a", "start");
        awaitReady("a");
    }

    @Test
    void shouldRefuseThoseWithoutTheToken() throws Exception {
        start(Labs.process("a", Labs.SLEEP));

        assertThat(Http.get(supervisor.port(), "/processes").status()).isEqualTo(401);
        assertThat(Http.send("POST", supervisor.port(), "/processes/a/fence", "", "X-Lifeboat-Token", "guess")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void shouldSayWhatIsWrongWhenTheCallDoesNotFit() throws Exception {
        start(Labs.process("a", Labs.SLEEP));
        awaitReady("a");
        client.act("a", "stop");

        assertThatThrownBy(() -> client.act("nobody", "kill"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("404");
        assertThatThrownBy(() -> client.act("a", "explode")).hasMessageContaining("404");
        assertThatThrownBy(() -> client.act("a", "kill"))
                .hasMessageContaining("409")
                .hasMessageContaining("does not run");
    }

    @Test
    void shouldRefuseASecondSupervisorOfTheDirectory() throws Exception {
        start(Labs.process("a", Labs.SLEEP));

        assertThatThrownBy(() -> Supervisor.start(
                        new SupervisorConfig(directory.resolve("lab"), directory.resolve("processes.json"), 0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another supervisor");
    }

    @Test
    void shouldHideItsTokenFromOthers() throws Exception {
        start(Labs.process("a", Labs.SLEEP));

        assertThat(Files.getPosixFilePermissions(directory.resolve("lab/supervisor.json")))
                .hasToString("[OWNER_READ, OWNER_WRITE]");
    }
}
