package io.lifeboat.benchmarks.failover;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Asks the public address for a collection's points, over and over, as a user would. Not thread-safe. */
final class FirstGoodAnswer implements AutoCloseable {
    /** Between a bad answer and the next question; the peer is asked as often. */
    static final int GAP_MILLIS = 5;

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(1);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER_WITHIN)
            .build();
    private final HttpRequest question;

    FirstGoodAnswer(int edgePort) {
        URI uri = URI.create("http://127.0.0.1:" + edgePort + "/collections/docs/points/scroll");
        this.question = HttpRequest.newBuilder(uri)
                .timeout(ANSWER_WITHIN)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"limit\":3}"))
                .build();
    }

    /**
     * Nanoseconds from a moment to the end of the first good answer to a question that was asked after it.
     *
     * @throws IllegalStateException if none came within a minute
     */
    long since(long began) throws InterruptedException {
        while (!isGood()) {
            if (System.nanoTime() - began > LIMIT.toNanos()) {
                throw new IllegalStateException("no good answer came through the edge within " + LIMIT);
            }
            TimeUnit.MILLISECONDS.sleep(GAP_MILLIS);
        }
        return System.nanoTime() - began;
    }

    boolean isGood() throws InterruptedException {
        try {
            HttpResponse<String> answer = client.send(question, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().contains("\"id\":");
        } catch (IOException e) {
            return false; // as a user sees it
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
