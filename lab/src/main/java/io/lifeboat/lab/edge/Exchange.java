package io.lifeboat.lab.edge;

import io.lifeboat.lab.http.Json;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One request on its way through the edge. Confined to the edge's event loop. */
final class Exchange {

    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;
    private static final int TIMED_OUT = 504;

    private final Vertx vertx;
    private final EdgeConfig config;
    private final Forwarder forwarder;
    private final Site site;
    private final HttpServerRequest request;
    private final RequestKind kind;
    private final CapturedBody captured = new CapturedBody();
    private Optional<HttpClientRequest> upstream = Optional.empty();
    private long timer;
    private boolean answered;

    Exchange(Vertx vertx, EdgeConfig config, Forwarder forwarder, Site site, HttpServerRequest request) {
        this.vertx = vertx;
        this.config = config;
        this.forwarder = forwarder;
        this.site = site;
        this.request = request;
        this.kind = RequestKind.of(request.method().name(), request.path());
    }

    void start() {
        site.began(this);
        request.pause();
        request.response().exceptionHandler(gone -> abandon());
        request.response().closeHandler(closed -> abandon());
        timer = vertx.setTimer(
                config.timeout().toMillis(),
                late -> refuse(TIMED_OUT, "no answer within " + config.timeout().toMillis() + " ms" + unknown()));
        RequestOptions options = new RequestOptions()
                .setHost(site.target().host())
                .setPort(site.target().port())
                .setMethod(request.method())
                .setURI(request.uri())
                .setIdleTimeout(config.timeout().toMillis());
        site.client()
                .request(options)
                .onSuccess(this::send)
                .onFailure(e -> refuse(BAD_GATEWAY, "not reached: " + e.getMessage()));
    }

    private void send(HttpClientRequest to) {
        if (answered) {
            to.reset();
            return;
        }
        upstream = Optional.of(to);
        Headers.copy(request.headers(), to.headers());
        to.response().onSuccess(this::accepted).onFailure(this::lost);
        if (hasBody()) {
            sendBody(to);
        } else {
            request.resume();
            to.end();
        }
    }

    private boolean hasBody() {
        return request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    /** Streams with back-pressure, and keeps a copy of what may have to be sent to the standby. */
    private void sendBody(HttpClientRequest to) {
        boolean keep = kind == RequestKind.WRITE && forwarder.mirrorOf(site).isPresent();
        to.setChunked(!request.headers().contains(HttpHeaders.CONTENT_LENGTH));
        request.handler(chunk -> {
            if (keep) {
                captured.add(chunk);
            }
            to.write(chunk);
            if (to.writeQueueFull()) {
                request.pause();
                to.drainHandler(drained -> request.resume());
            }
        });
        request.endHandler(end -> to.end());
        request.resume();
    }

    private void accepted(HttpClientResponse response) {
        if (answered) {
            response.request().reset();
            return;
        }
        response.pause();
        boolean change = kind.changesData() && response.statusCode() / 100 == 2;
        Optional<Mirror> mirror = change ? forwarder.mirrorOf(site) : Optional.empty();
        if (mirror.isPresent()) {
            recordThenAcknowledge(mirror.get(), response);
        } else if (kind == RequestKind.READ) {
            relay(response);
        } else {
            forwarder.acknowledge(site, () -> relay(response), this::siteLeft);
        }
    }

    /** A write is acknowledged once the copy still to be made cannot be forgotten. */
    private void recordThenAcknowledge(Mirror mirror, HttpClientResponse response) {
        mirror.record(draft())
                .onSuccess(operation -> forwarder.acknowledge(
                        site,
                        () -> acknowledgeRecorded(mirror, operation, response),
                        () -> withdraw(mirror, operation)))
                .onFailure(e -> refuse(UNAVAILABLE, "not noted for the standby: " + e.getMessage() + unknown()));
    }

    private void acknowledgeRecorded(Mirror mirror, Operation operation, HttpClientResponse response) {
        if (answered) {
            mirror.unacknowledged(operation);
        } else {
            relay(response);
        }
    }

    private void withdraw(Mirror mirror, Operation operation) {
        mirror.unacknowledged(operation);
        siteLeft();
    }

    private Draft draft() {
        Instant now = Instant.now();
        CopiedHeaders headers = CopiedHeaders.of(request.headers());
        Draft draft =
                new Draft(now, request.method().name(), request.uri(), headers, captured.whole(), captured.obstacle());
        return kind == RequestKind.LOCAL_WRITE ? draft.without("it concerns files or shards of the one site") : draft;
    }

    private void relay(HttpClientResponse from) {
        if (answered) {
            return;
        }
        answered = true;
        vertx.cancelTimer(timer);
        HttpServerResponse to = request.response();
        to.setStatusCode(from.statusCode());
        Headers.copy(from.headers(), to.headers());
        boolean bodiless =
                HttpMethod.HEAD.equals(request.method()) || from.statusCode() == 204 || from.statusCode() == 304;
        to.setChunked(!bodiless && !from.headers().contains(HttpHeaders.CONTENT_LENGTH));
        from.pipe().endOnFailure(false).to(to).onComplete(piped -> {
            if (piped.failed()) {
                // A cut answer must look cut: closing the connection is the only way left to say so.
                to.reset();
                from.request().reset();
            }
            site.ended(this);
        });
    }

    private void lost(Throwable cause) {
        refuse(BAD_GATEWAY, "no answer: " + cause.getMessage() + unknown());
    }

    /** The site is not the target any more: what has no answer yet gets none from it. */
    void siteLeft() {
        refuse(UNAVAILABLE, "the target changed while the request was on its way" + unknown());
    }

    private String unknown() {
        return kind == RequestKind.READ ? "" : "; the outcome is unknown";
    }

    private void refuse(int status, String reason) {
        if (answered) {
            return;
        }
        answered = true;
        vertx.cancelTimer(timer);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("reason", reason);
        body.put("target", site.target().toString());
        HttpServerResponse response = request.response().setStatusCode(status);
        if (!request.isEnded()) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(Json.text(body));
        end();
    }

    /** The client has gone. */
    private void abandon() {
        if (!answered) {
            answered = true;
            vertx.cancelTimer(timer);
            end();
        }
    }

    private void end() {
        upstream.ifPresent(HttpClientRequest::reset);
        site.ended(this);
    }
}
