package io.lifeboat.lab.qdrant.points;

import static io.lifeboat.lab.qdrant.StandInFixture.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.lab.qdrant.QdrantStandIn;
import io.lifeboat.lab.qdrant.StandInClient;
import io.lifeboat.lab.qdrant.StandInConfig;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters, distances and payload changes, over HTTP. */
class FiltersTest {
    @TempDir
    private static Path directory;

    private static QdrantStandIn node;
    private static StandInClient client;

    @BeforeAll
    static void start() throws Exception {
        node = QdrantStandIn.start(StandInConfig.in(directory));
        client = new StandInClient(node.url());
        ok(client.put("/collections/goods", "{\"vectors\":{\"size\":2,\"distance\":\"Euclid\"}}"));
        ok(client.put("/collections/goods/points?wait=true", """
                {"points":[
                  {"id":1,"vector":[0,0],"payload":{"kind":"tea","price":3,"tags":["green","loose"],"maker":{"town":"Uji"}}},
                  {"id":2,"vector":[3,4],"payload":{"kind":"tea","price":7.5,"tags":["black"],"note":null}},
                  {"id":3,"vector":[6,8],"payload":{"kind":"cup","price":12,"parts":[{"name":"lid"},{"name":"saucer"}]}},
                  {"id":4,"vector":[9,12]}]}"""));
    }

    @AfterAll
    static void stop() throws IOException {
        client.close();
        node.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"must\":[{\"key\":\"kind\",\"match\":{\"value\":\"tea\"}}]} | 1,2",
                "{\"must_not\":[{\"key\":\"kind\",\"match\":{\"value\":\"tea\"}}]} | 3,4",
                "{\"should\":[{\"key\":\"kind\",\"match\":{\"value\":\"cup\"}},{\"has_id\":[4]}]} | 3,4",
                "{\"must\":[{\"key\":\"price\",\"range\":{\"gt\":3,\"lte\":12}}]} | 2,3",
                "{\"must\":[{\"key\":\"price\",\"range\":{\"gte\":3,\"lt\":12}}]} | 1,2",
                "{\"must\":{\"key\":\"tags\",\"match\":{\"any\":[\"loose\",\"black\"]}}} | 1,2",
                "{\"must\":[{\"key\":\"kind\",\"match\":{\"except\":[\"tea\"]}}]} | 3",
                "{\"must\":[{\"key\":\"maker.town\",\"match\":{\"text\":\"uji\"}}]} | 1",
                "{\"must\":[{\"key\":\"parts[].name\",\"match\":{\"value\":\"lid\"}}]} | 3",
                "{\"must\":[{\"is_empty\":{\"key\":\"kind\"}}]} | 4",
                "{\"must\":[{\"is_null\":{\"key\":\"note\"}}]} | 2",
                "{\"must\":[{\"has_vector\":\"\"},{\"must_not\":[{\"has_id\":[1,2,3]}]}]} | 4"
            })
    void shouldFindWhatTheFilterMeans(String filter, String ids) throws Exception {
        var page = ok(client.post("/collections/goods/points/scroll", "{\"filter\":" + filter + "}"))
                .json();

        assertThat(page.at("/result/points").findValuesAsText("id")).containsExactly(ids.split(","));
    }

    @Test
    void shouldPutTheNearestFirstAndLeaveOutWhatIsBeyondTheThreshold() throws Exception {
        var found = ok(client.post(
                        "/collections/goods/points/query", "{\"query\":[0,0],\"score_threshold\":10.5,\"limit\":10}"))
                .json();

        assertThat(found.at("/result/points").findValuesAsText("id")).containsExactly("1", "2", "3");
        assertThat(found.at("/result/points").findValuesAsText("score")).containsExactly("0.0", "5.0", "10.0");
    }

    @Test
    void shouldSearchByThePointsIdWithoutFindingItself() throws Exception {
        var found = ok(client.post("/collections/goods/points/query", "{\"query\":2,\"limit\":1}"))
                .json();

        assertThat(found.at("/result/points/0/id").asInt()).isIn(1, 3);
    }

    @Test
    void shouldRefuseAConditionItDoesNotKnow() throws Exception {
        var refused = client.post(
                "/collections/goods/points/count", "{\"filter\":{\"must\":[{\"key\":\"kind\",\"glob\":\"t*\"}]}}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).contains("Expected some form of condition");
    }

    @Test
    void shouldMergeOverwriteDeleteAndClearAPayload() throws Exception {
        ok(client.put(
                "/collections/goods/points?wait=true",
                "{\"points\":[{\"id\":50,\"vector\":[1,1],\"payload\":{\"a\":1,\"b\":2}}]}"));

        ok(client.post("/collections/goods/points/payload?wait=true", "{\"payload\":{\"c\":3},\"points\":[50]}"));
        assertThat(payload()).isEqualTo("{\"a\":1,\"b\":2,\"c\":3}");
        ok(client.post("/collections/goods/points/payload/delete?wait=true", "{\"keys\":[\"a\"],\"points\":[50]}"));
        assertThat(payload()).isEqualTo("{\"b\":2,\"c\":3}");
        ok(client.put("/collections/goods/points/payload?wait=true", "{\"payload\":{\"d\":4},\"points\":[50]}"));
        assertThat(payload()).isEqualTo("{\"d\":4}");
        ok(client.post("/collections/goods/points/payload/clear?wait=true", "{\"points\":[50]}"));
        assertThat(payload()).isEqualTo("{}");
        ok(client.post("/collections/goods/points/delete?wait=true", "{\"filter\":{\"must\":[{\"has_id\":[50]}]}}"));
        assertThat(client.get("/collections/goods/points/50").status()).isEqualTo(404);
    }

    private static String payload() throws Exception {
        return ok(client.get("/collections/goods/points/50"))
                .json()
                .at("/result/payload")
                .toString();
    }
}
