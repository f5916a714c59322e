package io.lifeboat.verifier.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import io.lifeboat.events.serde.Json;
import io.lifeboat.verifier.VerifierSettings;
import io.lifeboat.verifier.node.JsonFetch;
import io.lifeboat.verifier.node.JsonFetch.Reply;
import io.lifeboat.workspaces.config.EndpointTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;

/** The applications' endpoints that the workspace names answer as it says they must. */
@Singleton
public class EndpointsCheck implements Check {
    private static final int MOST_SHOWN = 60;
    private static final Configuration JSON = Configuration.builder()
            .jsonProvider(new JacksonJsonNodeJsonProvider())
            .mappingProvider(new JacksonMappingProvider())
            .options(Option.SUPPRESS_EXCEPTIONS)
            .build();

    private final JsonFetch fetch;
    private final VerifierSettings.Checks settings;

    @Inject
    EndpointsCheck(JsonFetch fetch, VerifierSettings settings) {
        this.fetch = fetch;
        this.settings = settings.checks();
    }

    @Override
    public String name() {
        return "endpoints";
    }

    @Override
    public CheckResult run(Scene scene) throws InterruptedException {
        List<EndpointTest> tests = scene.workspace().verification().endpoints();
        if (tests.isEmpty()) {
            return CheckResult.notRun("the workspace names no endpoints");
        }
        List<CheckResult> results = AtOnce.of(tests, this::ask);
        return PerCollection.merge(tests.stream().map(EndpointTest::name).toList(), results);
    }

    private CheckResult ask(EndpointTest test) throws InterruptedException {
        return switch (fetch.exchange(request(test), settings.request())) {
            case Reply.Nothing nothing -> CheckResult.notYet("%s", nothing.why());
            case Reply.Whole whole
            when whole.status() != test.status() ->
                CheckResult.notYet("status %d, expected %d", whole.status(), test.status());
            case Reply.Whole whole -> judge(test, whole.body());
        };
    }

    private static HttpRequest request(EndpointTest test) {
        String body = test.body();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(test.url()).header("Accept", "application/json, */*;q=0.5");
        if (body == null) {
            return request.method(test.method(), BodyPublishers.noBody()).build();
        }
        return request.header("Content-Type", "application/json")
                .method(test.method(), BodyPublishers.ofString(body))
                .build();
    }

    private static CheckResult judge(EndpointTest test, byte[] body) {
        String path = test.path();
        if (path == null) {
            return CheckResult.passed("status %d", test.status());
        }
        Optional<String> found;
        try {
            found = at(path, Json.mapper().readTree(body));
        } catch (IOException e) {
            return CheckResult.notYet("status %d, but the body is no JSON", test.status());
        }
        if (found.isEmpty()) {
            return CheckResult.notYet("nothing at %s", path);
        }
        return test.value() == null || test.value().equals(found.get())
                ? CheckResult.passed("status %d, %s at %s", test.status(), shown(found.get()), path)
                : CheckResult.notYet("%s at %s, expected %s", shown(found.get()), path, test.value());
    }

    /** What stands at a path, as text; empty for nothing, null, and a search that found nothing. */
    private static Optional<String> at(String path, JsonNode json) {
        JsonNode found = JsonPath.using(JSON).parse(json).read(path);
        boolean nothing =
                found == null || found.isNull() || found.isMissingNode() || found.isContainerNode() && found.isEmpty();
        return nothing ? Optional.empty() : Optional.of(found.isValueNode() ? found.asText() : found.toString());
    }

    private static String shown(String text) {
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...";
    }
}
