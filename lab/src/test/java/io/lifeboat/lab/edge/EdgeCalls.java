package io.lifeboat.lab.edge;

import io.lifeboat.lab.Http;
import io.lifeboat.lab.http.Json;
import java.io.IOException;
import java.util.Map;

/** The admin calls, as a test makes them. */
final class EdgeCalls {

    private EdgeCalls() {}

    static String body(Traffic expected, Traffic wanted) {
        return Json.text(Map.of("expected", expected.toMap(), "wanted", wanted.toMap()));
    }

    static Http.Reply set(int adminPort, Traffic expected, Traffic wanted) throws IOException, InterruptedException {
        return Http.post(adminPort, "/traffic", body(expected, wanted));
    }
}
