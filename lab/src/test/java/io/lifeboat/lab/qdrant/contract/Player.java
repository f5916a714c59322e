package io.lifeboat.lab.qdrant.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Plays the recorded script against nodes and compares status, content type, telling headers and body. What was accepted
 * with 202 is still under way, and peers learn of each other's doings later, so reads then are tried again until they fit.
 */
final class Player implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Nodes nodes;
    private final Bindings bindings = new Bindings();
    private final Uploads uploads = new Uploads();
    private final Map<String, Nodes.Settings> settings = new HashMap<>();
    private final Map<String, URI> started = new HashMap<>();
    private final Map<String, Instant> snapshotMade = new HashMap<>();
    private boolean accepted;

    Player(Nodes nodes, int nobody) {
        this.nodes = nodes;
        bindings.bind("http://<nobody>", "http://127.0.0.1:" + nobody);
    }

    /** How a node is to be started; it starts when it is first spoken to. */
    void settings(String node, Nodes.Settings how) {
        settings.put(node, how);
    }

    void restart(String node) throws IOException {
        kill(node);
        uri(node);
    }

    /** SIGKILL; the node starts again when it is next spoken to. */
    void kill(String node) throws IOException {
        nodes.kill(node);
        started.remove(node);
    }

    void start(String... names) throws IOException {
        for (String node : names) {
            uri(node);
        }
    }

    /** Starts three peers, one after the other, each when those before it know one another. */
    void startCluster() throws IOException, InterruptedException {
        for (String node : Cluster.NODES) {
            settings(node, Nodes.Settings.member(Cluster.FOUNDER));
            bindings.bind(Cluster.addressToken(node), nodes.peerAddress(node));
            JsonNode self = result(node, "/cluster");
            bindings.bind(Cluster.peerToken(node), self.get("peer_id").asText());
        }
    }

    /** @param before what has to be done before a step, by its number */
    void play(ContractCase contract, IntFunction<List<ObjectNode>> before) throws IOException, InterruptedException {
        uploads.prepare(contract.name());
        for (int i = 0; i < contract.steps().size(); i++) {
            for (ObjectNode request : before.apply(i)) {
                prepare(request);
            }
            Optional<Downloads.Download> file = Downloads.before(contract, i);
            if (file.isPresent()) {
                uploads.keep(file.get().fileName(), content(file.get()));
            }
            play(contract, i);
            drawn(contract, i);
        }
    }

    private byte[] content(Downloads.Download file) throws IOException, InterruptedException {
        return nodes.canCluster() ? prepare(file.request()).body() : ClusterFiles.of(file.fileName());
    }

    private void drawn(ContractCase contract, int number) throws IOException, InterruptedException {
        Optional<Placement> placement = Placement.after(contract, number);
        if (placement.isEmpty()) {
            return;
        }
        String collection = "/collections/" + placement.get().collection();
        while (!placement.get().fits(result(Cluster.FOUNDER, collection + "/cluster"), bindings)) {
            prepare(request(Cluster.FOUNDER, "DELETE", collection));
            for (int step = placement.get().firstStep(); step <= number; step++) {
                play(contract, step);
            }
        }
    }

    private JsonNode result(String node, String path) throws IOException, InterruptedException {
        byte[] answer = prepare(request(node, "GET", path)).body();
        return ContractCase.json(new String(answer, StandardCharsets.UTF_8)).get("result");
    }

    private static ObjectNode request(String node, String method, String path) {
        ObjectNode request = (ObjectNode) ContractCase.json("{}");
        return request.put("node", node).put("method", method).put("path", path);
    }

    private void play(ContractCase contract, int number) throws IOException, InterruptedException {
        ContractCase.Step step = contract.steps().get(number);
        if (!step.isNoteAlone()) {
            String what = contract.name() + " step " + number + ": "
                    + step.request().path("method").asText() + " "
                    + step.request().path("path").asText();
            assertThat(answered(step)).as(what).isEmpty();
        } else if (contract.number().equals("42")) {
            restart("k9");
        } else if (contract.number().equals("25")) {
            restart("a");
        } else if (contract.number().equals("43") && number == 0) {
            corruptAtRest("k9");
        }
    }

    /** Case 43: a damaged segment makes the start panic, unless the node is told to put up with it. */
    private void corruptAtRest(String node) throws IOException {
        kill(node);
        try (Stream<Path> tree = Files.walk(nodes.directory(node).resolve("storage"))) {
            Path segment = tree.filter(path -> path.endsWith("segment.json"))
                    .findFirst()
                    .orElseThrow();
            Files.writeString(segment, "{");
        }
        assertThat(nodes.startInVain(node)).isEqualTo(101);
        settings(node, Nodes.Settings.tolerant());
    }

    /** A request of a case's preparation: it has to succeed. */
    HttpResponse<byte[]> prepare(ObjectNode request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send(request);
        assertThat(answer.statusCode())
                .as(request + " answered " + new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return answer;
    }

    private List<String> answered(ContractCase.Step step) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            Bindings trial = bindings.copy();
            HttpResponse<byte[]> answer = send(step.request());
            List<String> differences = differences(step, answer, trial);
            boolean again = (accepted || inCluster(step))
                    && isRead(step.request())
                    && Instant.now().isBefore(deadline);
            if (differences.isEmpty() || !again) {
                bindings.take(trial);
                accepted = answer.statusCode() == 202 || (accepted && isRead(step.request()));
                return differences;
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static boolean inCluster(ContractCase.Step step) {
        return Cluster.has(step.request().get("node").asText());
    }

    private static boolean isRead(JsonNode request) {
        String path = request.get("path").asText();
        return request.get("method").asText().equals("GET") || path.endsWith("/count") || path.endsWith("/scroll");
    }

    private List<String> differences(ContractCase.Step step, HttpResponse<byte[]> answer, Bindings trial) {
        JsonNode expected = step.response();
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        List<String> differences = new ArrayList<>();
        if (expected.get("status").asInt() != answer.statusCode()) {
            differences.add(
                    "status: expected " + expected.get("status") + " but was " + answer.statusCode() + " " + text);
        }
        String type = answer.headers().firstValue("content-type").orElse("null");
        if (!type.equals(expected.get("contentType").asText("null"))) {
            differences.add("content type: expected " + expected.get("contentType") + " but was " + type);
        }
        headers(expected.path("headers"), answer, trial, differences);
        if (differences.isEmpty()) {
            differences.addAll(body(expected, answer, text, trial));
        }
        return differences;
    }

    private static void headers(
            JsonNode expected, HttpResponse<byte[]> answer, Bindings trial, List<String> differences) {
        expected.properties().forEach(header -> {
            String actual = answer.headers().firstValue(header.getKey()).orElse("null");
            String wanted = Tolerance.header(header.getKey(), header.getValue().asText(), trial);
            if (!trial.matches(
                    Tolerance.seconds(header.getKey(), wanted), Tolerance.seconds(header.getKey(), actual))) {
                differences.add(header.getKey() + ": expected " + wanted + " but was " + actual);
            }
        });
    }

    private List<String> body(JsonNode expected, HttpResponse<byte[]> answer, String text, Bindings trial) {
        if (expected.has("bytes")) {
            uploads.remember(expected.get("bytes").asInt(), answer);
            boolean fits = trial.sizeMatches(expected.get("bytes").asLong(), answer.body().length);
            return fits
                    ? List.of()
                    : List.of("bytes: expected " + expected.get("bytes") + " but was " + answer.body().length);
        }
        if (expected.hasNonNull("body")) {
            return Expectation.differences(
                    Tolerance.retry(expected.get("body")), Tolerance.retry(ContractCase.json(text)), trial);
        }
        String wanted = expected.path("text").asText();
        if (wanted.startsWith("app_info")) {
            return MetricsText.differences(wanted, text);
        }
        return trial.matches(wanted, text) ? List.of() : List.of("text: expected " + wanted + " but was " + text);
    }

    private HttpResponse<byte[]> send(ObjectNode request) throws IOException, InterruptedException {
        URI base = uri(request.get("node").asText());
        String path = bindings.resolve(request.get("path").asText());
        awaitNextSecond(request, path);
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
        request.path("headers")
                .properties()
                .forEach(header ->
                        builder.header(header.getKey(), header.getValue().asText()));
        builder.method(request.get("method").asText(), body(request, builder));
        return http.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest.BodyPublisher body(ObjectNode request, HttpRequest.Builder builder) {
        if (request.has("multipart")) {
            return uploads.publish(request.get("multipart"), builder);
        }
        if (request.has("rawBody")) {
            return HttpRequest.BodyPublishers.ofString(request.get("rawBody").asText());
        }
        if (!request.has("body")) {
            return HttpRequest.BodyPublishers.noBody();
        }
        builder.header("Content-Type", "application/json");
        return HttpRequest.BodyPublishers.ofString(bindings.resolve(RecordedJson.of(request.get("body"))));
    }

    /** Snapshots are named by the second, and two of one second are one file. */
    private void awaitNextSecond(JsonNode request, String path) {
        if (request.get("method").asText().equals("POST") && path.matches("/collections/[^/]+/snapshots(\\?.*)?")) {
            Instant last = snapshotMade.getOrDefault(path.replaceAll("\\?.*", ""), Instant.EPOCH);
            while (Instant.now().getEpochSecond() <= last.getEpochSecond() + 1) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            snapshotMade.put(path.replaceAll("\\?.*", ""), Instant.now());
        }
    }

    private URI uri(String node) throws IOException {
        URI known = started.get(node);
        if (known == null) {
            known = nodes.start(node, settings.getOrDefault(node, Nodes.Settings.plain()));
            started.put(node, known);
            bindings.bind("http://<" + node + ">", nodes.inside(known).toString());
            bindings.bind("<dir>/" + node, nodes.directory(node).toString());
        }
        return known;
    }

    @Override
    public void close() throws IOException {
        http.close();
        nodes.close();
    }
}
