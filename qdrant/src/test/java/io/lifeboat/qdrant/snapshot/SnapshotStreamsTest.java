package io.lifeboat.qdrant.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.answer.Answer.Ok;
import io.lifeboat.qdrant.answer.Answer.Refused;
import io.lifeboat.qdrant.answer.Answer.Unreachable;
import io.lifeboat.qdrant.answer.Answer.Unreadable;
import io.lifeboat.qdrant.answer.RefusalKind;
import io.lifeboat.qdrant.answer.UnreadableKind;
import io.lifeboat.qdrant.call.Endpoint;
import io.lifeboat.qdrant.snapshot.RecoverRequest.Priority;
import io.lifeboat.qdrant.transport.HttpStreams;
import io.lifeboat.qdrant.transport.RawAnswer;
import io.lifeboat.qdrant.transport.Received;
import io.lifeboat.qdrant.transport.UploadSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SnapshotStreamsTest {
    private static final SnapshotPlace COLLECTION = new SnapshotPlace.OfCollection("a");
    private static final SnapshotPlace.OfShard SHARD = new SnapshotPlace.OfShard("a", 0);
    private static final byte[] FILE = "0123456789".repeat(100_000).getBytes(StandardCharsets.UTF_8);

    private final HttpStreams transport = new HttpStreams();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;
    private Script script = exchange -> respond(exchange, 200, FILE);

    @FunctionalInterface
    private interface Script {
        void play(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] body = exchange.getRequestBody().readAllBytes();
                asked.add("%s %s %s"
                        .formatted(
                                exchange.getRequestMethod(),
                                exchange.getRequestURI(),
                                new String(body, StandardCharsets.ISO_8859_1)));
                script.play(exchange);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        transport.close();
    }

    private SnapshotStreams streams(Duration stall) {
        Endpoint endpoint =
                Endpoint.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
        return new SnapshotStreams(transport, endpoint, stall);
    }

    private SnapshotStreams streams() {
        return streams(Duration.ofSeconds(20));
    }

    @Test
    void shouldHandOverEachByteInOrderWhenTheFileComesWhole() throws Exception {
        Answer<Received> answer = streams().download(COLLECTION, "x.snapshot", 0, received::write);

        assertThat(answer).isEqualTo(new Ok<>(new Received(FILE.length, OptionalLong.of(FILE.length), false), 200));
        assertThat(received.toByteArray()).isEqualTo(FILE);
        assertThat(asked).containsExactly("GET /collections/a/snapshots/x.snapshot ");
    }

    @Test
    void shouldTakeUpWhereItWasCutWhenTheServerCan() throws Exception {
        List<String> ranges = new CopyOnWriteArrayList<>();
        script = exchange -> {
            ranges.add(exchange.getRequestHeaders().getFirst("Range"));
            exchange.getResponseHeaders().add("Content-Range", "bytes 999990-999999/1000000");
            respond(exchange, 206, "0123456789".getBytes(StandardCharsets.UTF_8));
        };

        Answer<Received> answer = streams().download(COLLECTION, "x.snapshot", 999_990, received::write);

        assertThat(answer).isEqualTo(new Ok<>(new Received(10, OptionalLong.of(1_000_000), true), 206));
        assertThat(ranges).containsExactly("bytes=999990-");
    }

    @Test
    void shouldTellPlainTextWhenTheFileIsNotThere() throws Exception {
        script = exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/plain; charset=utf-8");
            respond(exchange, 404, "Not found: Snapshot nope not found".getBytes(StandardCharsets.UTF_8));
        };

        assertThat(streams().download(COLLECTION, "nope", 0, received::write))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(RefusalKind.NOT_FOUND);
                    assertThat(refused.message()).isEqualTo("Not found: Snapshot nope not found");
                });
        assertThat(received.size()).isZero();
    }

    @Test
    void shouldTellAfterHowManyBytesWhenTheStreamIsCut() throws Exception {
        script = exchange -> {
            exchange.sendResponseHeaders(200, FILE.length);
            exchange.getResponseBody().write(FILE, 0, 1000);
            exchange.getResponseBody().flush();
            throw new IOException("the server dies");
        };

        assertThat(streams().download(COLLECTION, "x.snapshot", 0, received::write))
                .isInstanceOfSatisfying(Unreadable.class, cut -> {
                    assertThat(cut.why()).isEqualTo(UnreadableKind.CUT_SHORT);
                    assertThat(cut.detail()).isEqualTo("cut after " + received.size() + " bytes");
                });
        assertThat(received.size()).isLessThanOrEqualTo(1000);
    }

    @Test
    void shouldEndWhenNoByteComesForTooLong() throws Exception {
        script = exchange -> {
            exchange.sendResponseHeaders(200, FILE.length);
            exchange.getResponseBody().write(FILE, 0, 1000);
            exchange.getResponseBody().flush();
            awaitEnd();
        };

        assertThat(streams(Duration.ofMillis(200)).download(COLLECTION, "x.snapshot", 0, received::write))
                .isInstanceOfSatisfying(Unreachable.class, stalled -> {
                    assertThat(stalled.why()).isEqualTo(RawAnswer.Cause.TIMED_OUT);
                    assertThat(stalled.detail()).isEqualTo("no byte for 200 ms, after 1000 bytes");
                });
    }

    @Test
    void shouldEndWhenNoAnswerBegins() throws Exception {
        script = exchange -> awaitEnd();

        assertThat(streams(Duration.ofMillis(200)).download(COLLECTION, "x.snapshot", 0, received::write))
                .isEqualTo(new Unreachable<>(RawAnswer.Cause.TIMED_OUT, "no answer began within 200 ms"));
    }

    @Test
    void shouldThrowWhatTheReceiverThrew() {
        assertThatThrownBy(() -> streams().download(COLLECTION, "x.snapshot", 0, (buffer, offset, length) -> {
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }

    @Test
    void shouldStreamAShardAndAskForChangesByManifest() throws Exception {
        Manifest manifest = new Manifest(JsonNodeFactory.instance.objectNode());

        assertThat(streams().stream(SHARD, received::write).value()).isPresent();
        script = exchange -> respond(exchange, 304, new byte[0]);
        assertThat(streams().changesSince(SHARD, manifest, received::write))
                .isInstanceOfSatisfying(
                        Refused.class, equal -> assertThat(equal.kind()).isEqualTo(RefusalKind.NOT_MODIFIED));
        assertThat(asked)
                .containsExactly(
                        "GET /collections/a/shards/0/snapshot ",
                        "POST /collections/a/shards/0/snapshot/partial/create {}");
    }

    @Test
    void shouldUploadAsAFormAndTakeNullForDone() throws Exception {
        script = exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            respond(exchange, 200, "{\"result\":null,\"status\":\"ok\",\"time\":0.1}".getBytes(StandardCharsets.UTF_8));
        };
        byte[] content = "tar".getBytes(StandardCharsets.UTF_8);
        UploadSource source = new UploadSource(content.length, () -> new ByteArrayInputStream(content));

        Answer<Boolean> answer = streams().upload(SHARD, "s-1.snapshot", source, "a".repeat(64), Priority.SNAPSHOT);

        assertThat(answer).isEqualTo(new Ok<>(true, 200));
        assertThat(asked.getFirst())
                .startsWith("POST /collections/a/shards/0/snapshots/upload?wait=true&priority=snapshot&checksum="
                        + "a".repeat(64) + " --lifeboat-")
                .contains("Content-Disposition: form-data; name=\"snapshot\"; filename=\"s-1.snapshot\"\r\n")
                .contains("\r\n\r\ntar\r\n--lifeboat-");
    }

    @Test
    void shouldRefuseAFileNameThatCouldLeaveItsFolder() {
        UploadSource source = new UploadSource(0, () -> new ByteArrayInputStream(new byte[0]));

        assertThatThrownBy(() -> streams().uploadChanges(SHARD, "../x", source))
                .hasMessage("fileName: expected 1 to 200 of A-Z a-z 0-9 . _ -, found \"../x\"");
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
