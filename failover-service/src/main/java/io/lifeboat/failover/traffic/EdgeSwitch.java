package io.lifeboat.failover.traffic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.events.serde.Json;
import io.lifeboat.events.step.EffectClass;
import io.lifeboat.failover.http.HttpCalls;
import io.lifeboat.failover.http.Reply;
import io.lifeboat.saga.traffic.Reading;
import io.lifeboat.saga.traffic.TrafficSwitch;
import io.lifeboat.workspaces.config.SecretRef;
import io.lifeboat.workspaces.config.SecretUnavailable;
import io.lifeboat.workspaces.config.Settings;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * An edge whose admin call reads and compares-and-sets (target, epoch, claim) as one value: {@code GET} and {@code POST
 * /traffic}. Thread-safe.
 */
final class EdgeSwitch implements TrafficSwitch {
    private static final Duration READ_WITHIN = Duration.ofSeconds(1);
    private static final Duration SET_WITHIN = Duration.ofMillis(1500);
    private static final int REFUSED = 409;

    private final HttpCalls calls;
    private final URI traffic;
    private final Optional<SecretRef> token;

    /** @param admin address of the admin calls */
    EdgeSwitch(HttpCalls calls, URI admin, Optional<SecretRef> token) {
        this.calls = calls;
        this.traffic = URI.create(admin.toString().replaceAll("/+$", "") + "/traffic");
        this.token = token;
    }

    @Override
    public EffectClass effect() {
        return EffectClass.CAS;
    }

    @Override
    public Reading read() throws IOException, InterruptedException {
        Reply reply = calls.exchange(request().GET().build(), READ_WITHIN);
        if (reply.status() != 200) {
            throw new IOException("%s %s".formatted(traffic, reply.summary()));
        }
        return reading(reply);
    }

    /** Only 409 says for certain that nothing was set and nothing will be. */
    @Override
    public boolean compareAndSet(Reading expected, Reading wanted) throws IOException, InterruptedException {
        String body = Json.text(Map.of("expected", fields(expected), "wanted", fields(wanted)));
        HttpRequest set = request()
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        Reply reply = calls.exchange(set, SET_WITHIN);
        return switch (reply.status()) {
            case 200 -> true;
            case REFUSED -> false;
            default -> throw new IOException("%s %s".formatted(traffic, reply.summary()));
        };
    }

    private HttpRequest.Builder request() throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(traffic);
        try {
            token.ifPresent(reference -> request.header("X-Lifeboat-Token", reference.resolve()));
            return request;
        } catch (SecretUnavailable e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Map<String, Object> fields(Reading reading) {
        return Map.of("target", reading.value(), "epoch", reading.epoch(), "claimId", reading.claim());
    }

    private Reading reading(Reply reply) throws IOException {
        try {
            JsonNode found = Json.mapper().readTree(reply.body());
            if (!found.path("target").isTextual()
                    || !found.path("epoch").isIntegralNumber()
                    || !found.path("claimId").isTextual()) {
                throw new IOException("%s %s; expected target, epoch and claimId".formatted(traffic, reply.summary()));
            }
            return new Reading(
                    found.path("target").asText(),
                    found.path("epoch").asLong(),
                    found.path("claimId").asText());
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IOException("%s %s; that is no traffic value".formatted(traffic, reply.summary()), e);
        }
    }

    /** {@code switch: edge}, with {@code admin} and perhaps {@code token}. */
    @Singleton
    static class Kind implements SwitchKind {
        private final HttpCalls calls;

        Kind(HttpCalls calls) {
            this.calls = calls;
        }

        @Override
        public String type() {
            return "edge";
        }

        @Override
        public TrafficSwitch of(WorkspaceConfig workspace) {
            Settings settings = workspace.traffic().settings();
            return new EdgeSwitch(calls, URI.create(settings.required("admin")), settings.secret("token"));
        }
    }
}
