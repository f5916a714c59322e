package io.lifeboat.lab.qdrant.snapshots;

import static io.lifeboat.lab.qdrant.StandInFixture.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.lab.qdrant.QdrantStandIn;
import io.lifeboat.lab.qdrant.StandInClient;
import io.lifeboat.lab.qdrant.StandInConfig;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that a real Qdrant 1.18.3 made, restored by the stand-in. */
class RealFilesTest {
    @TempDir
    private Path directory;

    private QdrantStandIn node;
    private StandInClient client;

    @BeforeEach
    void start() throws IOException {
        node = QdrantStandIn.start(StandInConfig.in(directory));
        client = new StandInClient(node.url());
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        node.close();
    }

    /** Puts a file of the recording into a folder of the node's snapshots. */
    private Path real(String name, String folder) throws IOException {
        Path file = Files.createDirectories(directory.resolve("snapshots").resolve(folder))
                .resolve(name);
        try (InputStream in = RealFilesTest.class.getResourceAsStream("/contract/files/" + name)) {
            Files.copy(in, file);
        }
        return file;
    }

    private String points(String collection) throws Exception {
        return ok(client.post("/collections/" + collection + "/points/scroll", "{\"with_vector\":true}"))
                .json()
                .at("/result/points")
                .toString();
    }

    @Test
    void shouldRestoreACollectionWithItsVectorsPayloadsAndIndexes() throws Exception {
        Path file = real("small.snapshot", "a");

        ok(client.put("/collections/a/snapshots/recover", "{\"location\":\"file://" + file + "\"}"));

        assertThat(points("a"))
                .isEqualTo("[{\"id\":1,\"payload\":{\"city\":\"Berlin\",\"n\":1,\"tags\":[\"x\",\"y\"]},"
                        + "\"vector\":[0.1,0.2,0.3,0.4]},"
                        + "{\"id\":2,\"payload\":{\"city\":\"Paris\"},\"vector\":[0.9,0.8,0.7,0.6]},"
                        + "{\"id\":\"5f0e4c1e-2f41-4a3a-9d57-0f0f0f0f0f0f\","
                        + "\"payload\":{\"city\":\"Rome\",\"n\":2.5},\"vector\":[0.5,0.5,0.5,0.5]}]");
        assertThat(ok(client.get("/collections/a"))
                        .json()
                        .at("/result/payload_schema/city/points")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void shouldApplyAPartialSnapshotToTheShardItWasMadeFor() throws Exception {
        ok(client.put("/collections/a", "{\"vectors\":{\"size\":4,\"distance\":\"Dot\"}}"));
        real("shard.snapshot", "a/shards/0");
        ok(client.put("/collections/a/shards/0/snapshots/recover", "{\"location\":\"shard.snapshot\"}"));

        assertThat(ids("a")).isEqualTo("[1,2,\"5f0e4c1e-2f41-4a3a-9d57-0f0f0f0f0f0f\"]");
        HttpResponse<String> applied = upload("/collections/a/shards/0/snapshot/partial/recover", "partial.snapshot");

        assertThat(applied.body()).contains("\"result\":null");
        assertThat(ids("a")).isEqualTo("[1,10,\"5f0e4c1e-2f41-4a3a-9d57-0f0f0f0f0f0f\"]");
    }

    private String ids(String collection) throws Exception {
        List<String> ids = new ArrayList<>();
        ok(client.post("/collections/" + collection + "/points/scroll", "{}"))
                .json()
                .at("/result/points")
                .forEach(point -> ids.add(point.path("id").toString()));
        return "[" + String.join(",", ids) + "]";
    }

    private HttpResponse<String> upload(String path, String name) throws Exception {
        String head = "--cut\r\nContent-Disposition: form-data; name=\"snapshot\"; filename=\"" + name + "\"\r\n\r\n";
        try (InputStream in = RealFilesTest.class.getResourceAsStream("/contract/files/" + name);
                HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(node.url().resolve(path))
                    .header("Content-Type", "multipart/form-data; boundary=cut")
                    .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(
                            head.getBytes(StandardCharsets.UTF_8),
                            in.readAllBytes(),
                            "\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8))))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void shouldRefuseANodesPartOfAClustersCollection() throws Exception {
        Path file = real("cluster-n1.snapshot", "c");

        StandInClient.Got got =
                client.put("/collections/c/snapshots/recover", "{\"location\":\"file://" + file + "\"}");

        assertThat(got.status()).isEqualTo(500);
        assertThat(got.error()).contains("Can't restore snapshot in local mode with missing data at shard");
        assertThat(ok(client.get("/collections/c/exists"))
                        .json()
                        .at("/result/exists")
                        .asBoolean())
                .isFalse();
    }
}
