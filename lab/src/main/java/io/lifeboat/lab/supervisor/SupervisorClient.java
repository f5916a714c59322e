package io.lifeboat.lab.supervisor;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.lab.http.Json;
import io.lifeboat.lab.http.JsonServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Talks to the supervisor of a directory. Thread-safe. */
public final class SupervisorClient implements AutoCloseable {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
    private static final Duration FIND_LIMIT = Duration.ofSeconds(5);
    private static final Duration ACT_LIMIT = Duration.ofSeconds(30);

    private final SupervisorFile file;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .build();

    private SupervisorClient(SupervisorFile file) {
        this.file = file;
    }

    /** The supervisor of this directory, if one runs: a file left by a dead one counts for nothing. */
    public static Optional<SupervisorClient> find(Path directory) throws IOException, InterruptedException {
        Optional<SupervisorFile> file = SupervisorFile.read(directory)
                .filter(found -> ProcessHandle.of(found.pid())
                        .filter(ProcessHandle::isAlive)
                        .isPresent());
        if (file.isEmpty()) {
            return Optional.empty();
        }
        SupervisorClient found = new SupervisorClient(file.get());
        if (found.answers()) {
            return Optional.of(found);
        }
        found.close();
        return Optional.empty();
    }

    private boolean answers() throws InterruptedException {
        try {
            return send("GET", "/processes", FIND_LIMIT).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    public long pid() {
        return file.pid();
    }

    /** All processes: a list of name, state, pid, restarts, since and ready line. */
    public JsonNode processes() throws IOException, InterruptedException {
        return Json.MAPPER.readTree(required(send("GET", "/processes", ACT_LIMIT)));
    }

    /**
     * Has something done to a process.
     *
     * @param action kill, pause, continue, stop, start, restart, fence or unfence
     * @return the process afterwards
     * @throws IOException if it was not done; the message says why
     */
    public JsonNode act(String process, String action) throws IOException, InterruptedException {
        return Json.MAPPER.readTree(required(send("POST", "/processes/" + process + "/" + action, ACT_LIMIT)));
    }

    /** Ends the supervisor and all its processes; returns as they begin to end. */
    public void shutdown() throws IOException, InterruptedException {
        required(send("POST", "/shutdown", ACT_LIMIT));
    }

    private HttpResponse<String> send(String method, String path, Duration limit)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + file.port() + path))
                .header(JsonServer.TOKEN_HEADER, file.token())
                .timeout(limit)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String required(HttpResponse<String> response) throws IOException {
        if (response.statusCode() / 100 != 2) {
            throw new IOException("the supervisor answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
