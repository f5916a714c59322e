package io.lifeboat.failover.fence;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.serde.Json;
import io.lifeboat.failover.http.HttpCalls;
import io.lifeboat.failover.http.Reply;
import io.lifeboat.saga.step.StepContext;
import io.lifeboat.saga.step.StepOutcome;
import io.lifeboat.service.command.IncidentJson;
import io.lifeboat.workspaces.config.SecretUnavailable;
import io.lifeboat.workspaces.config.Settings;
import io.lifeboat.workspaces.config.Site;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code switch: http}: a POST to {@code url} with {@code token} and the stable key. An answer that tells a {@code state} is
 * the read-back: it must be FENCED.
 */
@Singleton
final class HttpFence implements SiteFence {
    private static final String FENCED = "FENCED";

    private final HttpCalls calls;

    HttpFence(HttpCalls calls) {
        this.calls = calls;
    }

    @Override
    public String type() {
        return "http";
    }

    @Override
    public StepOutcome fence(Site site, StepContext context, Duration within) throws InterruptedException {
        try {
            return judge(site, calls.exchange(request(site, context), within));
        } catch (IOException | SecretUnavailable e) {
            return StepOutcome.failed("%s could not be fenced: %s".formatted(site.id(), e.getMessage()));
        }
    }

    private static HttpRequest request(Site site, StepContext context) {
        Settings settings = Objects.requireNonNull(site.fence()).settings();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.required("url")))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", context.key())
                .POST(HttpRequest.BodyPublishers.ofString(IncidentJson.of(context)));
        settings.secret("token").ifPresent(token -> request.header("X-Lifeboat-Token", token.resolve()));
        return request.build();
    }

    private static StepOutcome judge(Site site, Reply reply) {
        Optional<String> state = state(reply);
        boolean fenced =
                reply.isSuccess() && state.map(FENCED::equalsIgnoreCase).orElse(true);
        Arguments output = Arguments.of("status", reply.status()).with("readBack", state.orElse("not offered"));
        return fenced
                ? new StepOutcome.Done(output, "%s is fenced".formatted(site.id()))
                : new StepOutcome.Failed(
                        output, "%s could not be fenced: its fence %s".formatted(site.id(), reply.summary()));
    }

    private static Optional<String> state(Reply reply) {
        try {
            return Optional.ofNullable(
                    Json.mapper().readTree(reply.body()).path("state").textValue());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
