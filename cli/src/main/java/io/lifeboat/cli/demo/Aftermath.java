package io.lifeboat.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.cli.lab.LabHttp;
import io.lifeboat.cli.lab.LabPorts;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the fault cost the application's users, by the demonstration's own count: it asks the application what was acknowledged,
 * and the public address what of that is still there.
 *
 * @param acknowledged writes that were looked for
 * @param lost those that are not there any more
 * @param oldestLost how long before the fault the oldest of them was acknowledged
 */
record Aftermath(
        UserStats.Kind reads, UserStats.Kind writes, int acknowledged, int lost, Optional<Duration> oldestLost) {
    private static final Duration LOOK_BACK = Duration.ofMinutes(2);
    private static final int BATCH = 500;

    private record Write(long sequence, Instant at) {}

    static Aftermath of(LabHttp http, LabPorts ports, UserStats before, Instant faultAt)
            throws IOException, InterruptedException {
        UserStats now = UserStats.of(http.get("http://127.0.0.1:" + ports.app() + "/stats"), Instant.now());
        Map<Long, Write> writes = acknowledged(http, ports, faultAt);
        List<Instant> lost = new ArrayList<>();
        List<Long> ids = List.copyOf(writes.keySet());
        for (int i = 0; i < ids.size(); i += BATCH) {
            lost.addAll(lost(http, ports, ids.subList(i, Math.min(ids.size(), i + BATCH)), writes));
        }
        Optional<Duration> oldest = lost.stream()
                .min(Instant::compareTo)
                .map(at -> Duration.between(at, faultAt).abs());
        return new Aftermath(
                now.reads().since(before.reads()),
                now.writes().since(before.writes()),
                writes.size(),
                lost.size(),
                oldest);
    }

    private static Map<Long, Write> acknowledged(LabHttp http, LabPorts ports, Instant faultAt)
            throws IOException, InterruptedException {
        Map<Long, Write> writes = new LinkedHashMap<>();
        String since = faultAt.minus(LOOK_BACK).toString();
        for (JsonNode write : http.get("http://127.0.0.1:" + ports.app() + "/acknowledged?since=" + since)) {
            writes.put(
                    write.path("id").asLong(),
                    new Write(
                            write.path("sequence").asLong(),
                            Instant.parse(write.path("at").asText())));
        }
        return writes;
    }

    private static List<Instant> lost(LabHttp http, LabPorts ports, List<Long> ids, Map<Long, Write> writes)
            throws IOException, InterruptedException {
        JsonNode answer = http.post(
                "http://127.0.0.1:" + ports.edge() + "/collections/docs/points",
                Map.of("ids", ids, "with_payload", true));
        Map<Long, Long> found = new LinkedHashMap<>();
        for (JsonNode point : answer.path("result")) {
            found.put(
                    point.path("id").asLong(),
                    point.path("payload").path("sequence").asLong());
        }
        return ids.stream()
                .filter(id -> found.getOrDefault(id, -1L) < writes.get(id).sequence())
                .map(id -> writes.get(id).at())
                .toList();
    }
}
