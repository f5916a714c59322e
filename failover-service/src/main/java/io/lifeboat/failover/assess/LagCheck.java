package io.lifeboat.failover.assess;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.events.serde.Json;
import io.lifeboat.failover.http.HttpCalls;
import io.lifeboat.failover.http.Reply;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;

/** The lag gate: a standby that is further behind than it may be is used only by command. */
@Singleton
final class LagCheck implements StandbyCheck {
    private static final String NAME = "lag";
    private static final Duration WITHIN = Duration.ofSeconds(1);

    private final HttpCalls calls;

    LagCheck(HttpCalls calls) {
        this.calls = calls;
    }

    @Override
    public List<Finding> run(Standby standby) throws InterruptedException {
        URI address = standby.workspace().lag();
        if (address == null) {
            return List.of(Finding.notRun(NAME, "the workspace names no lag address"));
        }
        try {
            Reply reply = calls.exchange(HttpRequest.newBuilder(address).GET().build(), WITHIN);
            return List.of(reply.isSuccess() ? judge(standby, reply) : Finding.unreachable(NAME, reply.summary()));
        } catch (IOException e) {
            return List.of(Finding.unreachable(NAME, String.valueOf(e.getMessage())));
        }
    }

    private static Finding judge(Standby standby, Reply reply) {
        try {
            JsonNode told = Json.mapper().readTree(reply.body());
            String to = told.path("to").asText(standby.site().value());
            if (!to.equals(standby.site().value())) {
                return gate(
                        standby,
                        "the lag told is that of %s, not of %s"
                                .formatted(to, standby.site().id()));
            }
            if (!told.path("seconds").isNumber() || told.path("seconds").asDouble() < 0) {
                return Finding.fail(NAME, reply.summary() + "; expected seconds, zero or more");
            }
            double seconds = told.path("seconds").asDouble();
            String lag = "%.1f s and %d operations behind, at most %d s"
                    .formatted(
                            seconds,
                            told.path("operations").asLong(),
                            standby.maxLag().toSeconds());
            boolean late = seconds * 1000 > standby.maxLag().toMillis();
            return late ? gate(standby, lag + ": behind its RPO") : Finding.pass(NAME, lag);
        } catch (JsonProcessingException e) {
            return Finding.fail(NAME, reply.summary() + "; that is no JSON");
        }
    }

    private static Finding gate(Standby standby, String detail) {
        return standby.byCommand()
                ? Finding.pass(NAME, detail + "; used nevertheless, by command")
                : Finding.fail(NAME, detail);
    }
}
