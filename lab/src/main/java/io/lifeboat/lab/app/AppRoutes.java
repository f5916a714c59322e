package io.lifeboat.lab.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.lab.http.Answer;
import io.lifeboat.lab.http.BadInput;
import io.lifeboat.lab.http.Call;
import io.lifeboat.lab.http.Route;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The application's own endpoints. */
final class AppRoutes {

    private static final long FRESH_MILLIS = 1_000;

    private final Users users;

    AppRoutes(Users users) {
        this.users = users;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/health", call -> health()),
                Route.get("/stats", call -> Answer.ok(users.stats())),
                Route.get("/acknowledged", this::acknowledged),
                Route.get("/ask", this::ask));
    }

    /** Well while the last good read is at most a second old. */
    private Answer health() {
        long age = users.reads().millisSinceGood();
        boolean well = users.reads().anyGood() && age <= FRESH_MILLIS;
        return new Answer(well ? 200 : 503, Map.of("status", well ? "UP" : "DOWN", "millisSinceGoodRead", age));
    }

    private Answer acknowledged(Call call) {
        String since = call.parameter("since").orElse(Instant.EPOCH.toString());
        try {
            return Answer.ok(users.acknowledged().since(Instant.parse(since)));
        } catch (DateTimeParseException e) {
            throw new BadInput("since", "expected a time such as 2026-01-01T00:00:00Z, was " + since);
        }
    }

    private Answer ask(Call call) throws InterruptedException {
        String question = call.parameter("q")
                .filter(q -> !q.isBlank())
                .orElseThrow(() -> new BadInput("q", "expected a question"));
        List<Double> vector = Dataset.vector(new SplittableRandom(question.hashCode()));
        return switch (users.search(vector)) {
            case Reply.Good(JsonNode result) -> Answer.ok(answers(question, result.path("points")));
            case Reply.Failed(String kind, String reason) -> Answer.because(502, kind + ": " + reason);
        };
    }

    private static Map<String, Object> answers(String question, JsonNode points) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("question", question);
        answer.put("answers", points);
        return answer;
    }
}
