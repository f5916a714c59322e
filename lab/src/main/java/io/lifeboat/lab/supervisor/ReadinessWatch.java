package io.lifeboat.lab.supervisor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Finds out when a run is ready. Thread-safe. */
final class ReadinessWatch implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(1);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(ANSWER_LIMIT).build();

    /** Begins to watch a run that has just been started. */
    void watch(ProcessSpec spec, Run run, Runnable ready) {
        switch (spec.readiness()) {
            case Readiness.Started() -> ready.run();
            case Readiness.Line line -> {
                // Seen as it prints.
            }
            case Readiness.Http(URI uri) ->
                Thread.ofVirtual().name("ready-" + spec.name()).start(() -> poll(uri, run, ready));
        }
    }

    /** Looks at a line it printed. */
    void line(ProcessSpec spec, String line, Runnable ready) {
        if (spec.readiness() instanceof Readiness.Line wanted
                && wanted.pattern().matcher(line).find()) {
            ready.run();
        }
    }

    private void poll(URI uri, Run run, Runnable ready) {
        try {
            while (run.process().isAlive()) {
                if (answers(uri)) {
                    ready.run();
                    return;
                }
                run.awaitDeath(POLL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean answers(URI uri) throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(uri).timeout(ANSWER_LIMIT).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
