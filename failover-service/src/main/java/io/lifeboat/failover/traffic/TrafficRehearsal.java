package io.lifeboat.failover.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lifeboat.events.fold.Guards;
import io.lifeboat.events.serde.Json;
import io.lifeboat.failover.http.HttpCalls;
import io.lifeboat.saga.step.StepOutcome;
import io.lifeboat.saga.traffic.Reading;
import io.lifeboat.saga.traffic.TrafficProtocol;
import io.lifeboat.service.Rehearsal;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;

/** The move of traffic, on a target of its own that lives as long as the rehearsal. */
@Singleton
final class TrafficRehearsal implements Rehearsal {
    private final HttpCalls calls;

    TrafficRehearsal(HttpCalls calls) {
        this.calls = calls;
    }

    @Override
    public int rounds() {
        return 10;
    }

    @Override
    public void play(int number) throws IOException, InterruptedException {
        StepOutcome outcome = move();
        if (!(outcome instanceof StepOutcome.Done)) {
            throw new IOException("expected that the rehearsal's own target moves, got: " + outcome.why());
        }
    }

    StepOutcome move() throws IOException, InterruptedException {
        try (Stage stage = new Stage()) {
            EdgeSwitch edge = new EdgeSwitch(calls, stage.admin(), Optional.empty());
            return new TrafficProtocol(edge, new Reading("there", 1, "rehearsal"), Guards.ALL).move();
        }
    }

    /** An edge that nobody's traffic goes through. */
    private static final class Stage implements AutoCloseable {
        private final HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        private JsonNode value = Json.mapper()
                .createObjectNode()
                .put("target", "here")
                .put("epoch", 0)
                .put("claimId", "");

        Stage() throws IOException {
            server.createContext("/traffic", this::answer);
            server.start();
        }

        URI admin() {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        }

        private void answer(HttpExchange exchange) throws IOException {
            try (exchange) {
                boolean agreed = !exchange.getRequestMethod().equals("POST") || set(exchange);
                byte[] body = Json.bytes(value);
                exchange.sendResponseHeaders(agreed ? 200 : 409, body.length);
                exchange.getResponseBody().write(body);
            }
        }

        private boolean set(HttpExchange exchange) throws IOException {
            ObjectNode request = (ObjectNode) Json.mapper().readTree(exchange.getRequestBody());
            if (!request.path("expected").equals(value)) {
                return false;
            }
            value = request.path("wanted");
            return true;
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
