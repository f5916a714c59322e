package io.lifeboat.lab.qdrant;

import static io.lifeboat.lab.qdrant.StandInFixture.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a process of its own, which is killed for good. */
class DurabilityTest {
    @TempDir
    private Path directory;

    @Test
    void shouldKeepEveryAcknowledgedWriteWhenKilledInTheMiddleOfWriting() throws Exception {
        StandInChild child = StandInChild.start(directory);
        List<Integer> acknowledged = new ArrayList<>();
        try (StandInClient client = new StandInClient(child.url())) {
            ok(client.put("/collections/shop", "{\"vectors\":{\"size\":2,\"distance\":\"Dot\"}}"));
            ok(client.post(
                    "/collections/aliases",
                    "{\"actions\":[{\"create_alias\":{\"collection_name\":\"shop\",\"alias_name\":\"live\"}}]}"));
            for (int id = 0; id < 200; id++) {
                ok(client.put("/collections/shop/points", "{\"points\":[{\"id\":" + id + ",\"vector\":[1,1]}]}"));
                acknowledged.add(id);
            }
        }
        child.kill();

        StandInChild again = StandInChild.start(directory);

        try (StandInClient client = new StandInClient(again.url())) {
            assertThat(client.post("/collections/live/points/count", "{}")
                            .json()
                            .at("/result/count")
                            .asInt())
                    .isEqualTo(acknowledged.size());
        } finally {
            again.kill();
        }
    }

    @Test
    void shouldExitWhenItsInputIsClosedAndItHasALifeline() throws Exception {
        StandInChild child = StandInChild.start(directory, "--lifeline");

        child.process().getOutputStream().close();

        assertThat(child.awaitExit()).isZero();
    }

    @Test
    void shouldExitWhenTerminated() throws Exception {
        StandInChild child = StandInChild.start(directory);

        child.process().destroy();

        assertThat(child.awaitExit()).isEqualTo(143);
    }
}
