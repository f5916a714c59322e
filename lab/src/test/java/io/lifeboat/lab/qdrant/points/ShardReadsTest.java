package io.lifeboat.lab.qdrant.points;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.lab.qdrant.QdrantStandIn;
import io.lifeboat.lab.qdrant.StandInClient;
import io.lifeboat.lab.qdrant.StandInConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one shard says of itself, which Qdrant does not document. */
class ShardReadsTest {
    @TempDir
    private Path directory;

    private QdrantStandIn server;
    private StandInClient client;

    @BeforeEach
    void start() throws Exception {
        server = QdrantStandIn.start(StandInConfig.in(directory));
        client = new StandInClient(server.url());
        client.put("/collections/c", "{\"vectors\":{\"size\":1,\"distance\":\"Dot\"},\"shard_number\":3}");
        List<String> points = IntStream.rangeClosed(1, 30)
                .mapToObj(id -> "{\"id\":%d,\"vector\":[%d]}".formatted(id, id))
                .toList();
        client.put("/collections/c/points?wait=true", "{\"points\":[" + String.join(",", points) + "]}");
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        server.close();
    }

    private JsonNode result(int shard, String call, String body) throws Exception {
        return client.post("/collections/c/shards/%d/points/%s".formatted(shard, call), body)
                .json()
                .path("result");
    }

    @Test
    void shouldCountAndScrollEachPointInOneShardOnly() throws Exception {
        List<Integer> ids = new ArrayList<>();
        for (int shard = 0; shard < 3; shard++) {
            JsonNode page = result(shard, "scroll", "{\"limit\":100}").path("points");
            page.forEach(point -> ids.add(point.path("id").asInt()));
            assertThat(result(shard, "count", "{}").path("count").asInt()).isEqualTo(page.size());
        }

        assertThat(ids).doesNotHaveDuplicates().hasSize(30);
    }

    @Test
    void shouldRetrieveFromThatShardOnly() throws Exception {
        int owner = result(0, "scroll", "{\"limit\":1}")
                .path("points")
                .path(0)
                .path("id")
                .asInt();
        String ids = "{\"ids\":[%d]}".formatted(owner);

        assertThat(client.post("/collections/c/shards/0/points", ids).json().path("result"))
                .hasSize(1);
        assertThat(client.post("/collections/c/shards/1/points", ids).json().path("result"))
                .isEmpty();
    }
}
