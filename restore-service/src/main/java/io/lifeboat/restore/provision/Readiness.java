package io.lifeboat.restore.provision;

import io.lifeboat.events.plan.Arguments;
import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.restore.node.Clients;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits until every node of a place answers what it is and what it holds: a port that listens is not enough. Thread-safe. */
@Singleton
public class Readiness {
    private static final Duration EACH = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Clients clients;

    @Inject
    public Readiness(Clients clients) {
        this.clients = clients;
    }

    /**
     * @param lost why waiting longer is of no use, empty while it is of use: asked before each look
     * @param details for the timeline
     */
    Provisioned await(PlaceRequest request, List<URI> nodes, Supplier<String> lost, Arguments details)
            throws InterruptedException {
        Instant until = Instant.now().plus(request.within());
        String last = "nobody was asked";
        do {
            String gone = lost.get();
            if (!gone.isEmpty()) {
                return new Provisioned.NotReady(gone);
            }
            Look look = look(request, nodes);
            switch (look) {
                case Look.Serving serving -> {
                    return new Provisioned.Ready(new Place(nodes, serving.version(), details));
                }
                case Look.NotYet notYet -> last = notYet.why();
            }
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        } while (Instant.now().isBefore(until));
        return new Provisioned.NotReady(
                "%s did not answer reads within %s: %s".formatted(nodes, request.within(), last));
    }

    private sealed interface Look {
        record Serving(String version) implements Look {}

        record NotYet(String why) implements Look {}
    }

    private Look look(PlaceRequest request, List<URI> nodes) throws InterruptedException {
        String version = "";
        for (URI node : nodes) {
            QdrantClient client = clients.of(node, request.apiKey(), EACH);
            Answer<String> named = client.service().info().map(info -> info.version());
            if (named instanceof Answer.Failure<String> failure) {
                return new Look.NotYet(failure.summary());
            }
            version = named.value().orElse("");
            if (client.collections().list() instanceof Answer.Failure<List<String>> failure) {
                return new Look.NotYet(failure.summary());
            }
        }
        return new Look.Serving(version);
    }
}
