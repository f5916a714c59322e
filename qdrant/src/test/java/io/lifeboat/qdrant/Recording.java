package io.lifeboat.qdrant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lifeboat.qdrant.transport.Body;
import io.lifeboat.qdrant.transport.RawAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One case of the contract: what a real Qdrant 1.18.3 answered. Tokens that vary are bound to values here. */
public record Recording(String name, List<Step> steps) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** One request and its answer. */
    public record Step(String method, String path, JsonNode request, RawAnswer.Whole answer) {
        @Override
        public String toString() {
            return method + " " + path + " -> " + answer.status();
        }
    }

    public static Recording of(String name) {
        try (InputStream in = Recording.class.getResourceAsStream("/contract/" + name + ".json")) {
            String bound = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .replaceAll("\"<seconds>\"", "0.002")
                    .replaceAll("\"<varies>\"", "{}")
                    .replaceAll("\"\\$\\{peer(\\d+)}\"(?!:)", "1800000000000000000$1")
                    .replaceAll("\"\\$\\{peer(\\d+)}\":", "\"1800000000000000000$1\":");
            List<Step> steps = new ArrayList<>();
            MAPPER.readTree(bound).get("steps").forEach(step -> {
                if (step.has("request") && step.path("response").has("status")) {
                    steps.add(step(step));
                }
            });
            return new Recording(name, List.copyOf(steps));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The n-th answer to a request, from 0. */
    public RawAnswer.Whole answer(String method, String path, int n) {
        return steps.stream()
                .filter(step -> step.method().equals(method) && step.path().equals(path))
                .skip(n)
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " holds no answer " + n + " to " + method + " " + path))
                .answer();
    }

    public RawAnswer.Whole answer(String method, String path) {
        return answer(method, path, 0);
    }

    private static Step step(JsonNode step) {
        JsonNode request = step.get("request");
        JsonNode response = step.get("response");
        Optional<String> contentType = Optional.ofNullable(response.get("contentType"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
        Optional<String> retryAfter =
                Optional.ofNullable(response.path("headers").get("retry-after")).map(JsonNode::asText);
        return new Step(
                request.get("method").textValue(),
                request.get("path").textValue(),
                request.path("body"),
                new RawAnswer.Whole(response.get("status").intValue(), contentType, retryAfter, body(response)));
    }

    private static Body body(JsonNode response) {
        if (response.has("body")) {
            return Body.of(response.get("body").toString());
        }
        return response.path("text").isTextual() ? Body.of(response.get("text").textValue()) : Body.EMPTY;
    }
}
