package io.lifeboat.lab.edge;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.lab.http.Answer;
import io.lifeboat.lab.http.Call;
import io.lifeboat.lab.http.Route;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** The edge's admin calls. */
final class EdgeAdmin {

    private static final Answer NO_MIRROR = Answer.because(404, "this edge copies nothing: started without a mirror");

    private final TrafficSwitch traffic;
    private final DataSide data;

    EdgeAdmin(TrafficSwitch traffic, DataSide data) {
        this.traffic = traffic;
        this.data = data;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/healthz", call -> healthz()),
                Route.get("/traffic", call -> Answer.ok(traffic.current().toMap())),
                Route.post("/traffic", this::set),
                Route.get(
                        "/journal",
                        call -> Answer.ok(
                                traffic.journal().stream().map(Switch::toMap).toList())),
                Route.get("/lag", call -> orNoMirror(asked(data::lag))),
                Route.get("/unmirrored", call -> orNoMirror(asked(data::unmirrored))));
    }

    private Answer healthz() throws IOException, InterruptedException {
        return Answer.ok(Map.of("target", asked(data::traffic).target().toString()));
    }

    private Answer set(Call call) throws IOException, InterruptedException {
        JsonNode body = call.object();
        TrafficReader.refuseOthers(body, Set.of("expected", "wanted"), "");
        Traffic expected = TrafficReader.read(body, "expected");
        Traffic wanted = TrafficReader.read(body, "wanted");
        return switch (traffic.set(expected, wanted)) {
            case SetResult.Stored(Switch made) -> Answer.ok(made.to().toMap());
            case SetResult.Refused(Traffic current, String reason) -> {
                Map<String, Object> answer = new LinkedHashMap<>(current.toMap());
                answer.put("reason", reason);
                yield new Answer(409, answer);
            }
        };
    }

    private static Answer orNoMirror(Optional<Map<String, Object>> report) {
        return report.map(Answer::ok).orElse(NO_MIRROR);
    }

    private interface Question<T> {
        T ask() throws InterruptedException, TimeoutException;
    }

    private static <T> T asked(Question<T> question) throws IOException, InterruptedException {
        try {
            return question.ask();
        } catch (TimeoutException e) {
            throw new IOException("the data side did not answer in time", e);
        }
    }
}
