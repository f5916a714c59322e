package io.lifeboat.notifier.channel;

import io.lifeboat.events.serde.Json;
import io.lifeboat.notifier.message.Message;
import io.lifeboat.workspaces.config.Channel;
import io.lifeboat.workspaces.config.SecretUnavailable;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * {@code type: webhook}: a signed POST of JSON to {@code url}, tried again with a growing pause until it is taken (2xx), refused
 * for good, or the time is over. {@code timeout} bounds each try.
 */
@Singleton
final class WebhookChannel implements NoticeChannel, AutoCloseable {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final InstantSource clock;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    WebhookChannel(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String type() {
        return "webhook";
    }

    @Override
    public Delivery deliver(Channel channel, Message message, String key, Instant deadline)
            throws InterruptedException {
        String body = Json.text(fields(message, key));
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            Try result = send(channel, body, key, deadline);
            if (result.isTaken()) {
                return new Delivery.Sent("%s, try %d".formatted(result.detail(), attempt));
            }
            if (!result.mayPass() || !clock.instant().plus(pause).isBefore(deadline)) {
                return new Delivery.NotSent("%s, try %d".formatted(result.detail(), attempt));
            }
            Thread.sleep(pause);
            pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        }
    }

    private record Try(boolean isTaken, boolean mayPass, String detail) {}

    private Try send(Channel channel, String body, String key, Instant deadline) throws InterruptedException {
        Duration within = shorter(
                channel.settings().duration("timeout", DEFAULT_TIMEOUT), Duration.between(clock.instant(), deadline));
        if (within.isNegative() || within.isZero()) {
            return new Try(false, false, "no time was left");
        }
        try {
            return judge(status(request(channel, body, key), within));
        } catch (IOException e) {
            return new Try(false, true, String.valueOf(e.getMessage()));
        } catch (SecretUnavailable e) {
            return new Try(false, false, String.valueOf(e.getMessage()));
        }
    }

    private HttpRequest request(Channel channel, String body, String key) {
        long timestamp = clock.instant().getEpochSecond();
        String secret = channel.settings()
                .secret("secret")
                .orElseThrow(() -> new IllegalArgumentException("secret: expected a reference, got nothing"))
                .resolve();
        return HttpRequest.newBuilder(URI.create(channel.settings().required("url")))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .header("X-Lifeboat-Timestamp", Long.toString(timestamp))
                .header("X-Lifeboat-Signature", Signature.of(secret, timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private int status(HttpRequest request, Duration within) throws IOException, InterruptedException {
        CompletableFuture<Integer> pending =
                client.sendAsync(request, BodyHandlers.discarding()).thenApply(answer -> answer.statusCode());
        try {
            return pending.get(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no answer within %d ms".formatted(within.toMillis()), e);
        } catch (ExecutionException e) {
            throw new IOException("no answer: " + e.getCause(), e);
        } finally {
            pending.cancel(true);
        }
    }

    /** Errors of the server, time-outs and "too many" may pass; any other refusal would be repeated. */
    private static Try judge(int status) {
        boolean taken = status >= 200 && status < 300;
        boolean mayPass = status >= 500 || status == 408 || status == 429;
        return new Try(taken, mayPass, "answered " + status);
    }

    private static Map<String, Object> fields(Message message, String key) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("key", key);
        fields.put("workspace", message.workspace());
        fields.put("incident", message.incident());
        fields.put("severity", message.severity());
        fields.put("phase", message.phase().text());
        fields.put("audience", message.audience());
        fields.put("subject", message.subject());
        fields.put("text", message.text());
        return fields;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    @Override
    @PreDestroy
    public void close() {
        client.shutdownNow();
    }
}
