package io.lifeboat.lab.qdrant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

/** A running stand-in with the collection {@code shop} of three points, and a client for each of its ports. */
public final class StandInFixture implements AutoCloseable {
    public final QdrantStandIn node;
    public final StandInClient data;
    public final StandInClient admin;

    public StandInFixture(Path directory) throws IOException, InterruptedException {
        node = QdrantStandIn.start(StandInConfig.in(directory));
        data = new StandInClient(node.url());
        admin = new StandInClient(node.adminUrl());
        if (data.get("/collections/shop/exists").json().at("/result/exists").asBoolean()) {
            return;
        }
        ok(data.put("/collections/shop", "{\"vectors\":{\"size\":2,\"distance\":\"Dot\"}}"));
        ok(data.put("/collections/shop/points?wait=true", """
                {"points":[
                  {"id":1,"vector":[1.0,0.0],"payload":{"name":"one"}},
                  {"id":2,"vector":[0.0,1.0],"payload":{"name":"two"}},
                  {"id":3,"vector":[2.0,2.0],"payload":{"name":"three"}}]}"""));
    }

    public static StandInClient.Got ok(StandInClient.Got got) {
        assertThat(got.status()).as(got.text()).isEqualTo(200);
        return got;
    }

    public StandInClient.Got inject(String fault) throws IOException, InterruptedException {
        return ok(admin.post("/faults", fault));
    }

    public StandInClient.Got search() throws IOException, InterruptedException {
        return data.post("/collections/shop/points/query", "{\"query\":[1.0,0.5],\"limit\":1,\"with_payload\":true}");
    }

    public StandInClient.Got count() throws IOException, InterruptedException {
        return data.post("/collections/shop/points/count", "{}");
    }

    public StandInClient.Got write(int id) throws IOException, InterruptedException {
        return data.put("/collections/shop/points?wait=true", "{\"points\":[{\"id\":" + id + ",\"vector\":[1,1]}]}");
    }

    @Override
    public void close() throws IOException {
        data.close();
        admin.close();
        node.close();
    }
}
