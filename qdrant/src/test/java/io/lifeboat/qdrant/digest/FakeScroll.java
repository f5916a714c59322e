package io.lifeboat.qdrant.digest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.qdrant.answer.QdrantJson;
import io.lifeboat.qdrant.point.PointId;
import io.lifeboat.qdrant.transport.Body;
import io.lifeboat.qdrant.transport.QdrantRequest;
import io.lifeboat.qdrant.transport.QdrantTransport;
import io.lifeboat.qdrant.transport.RawAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/** Scrolls and retrieves as Qdrant does (case 05), with strict mode's limit and the bound of a body (case 31). */
final class FakeScroll implements QdrantTransport {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final NavigableMap<PointId, ObjectNode> points;
    private final int maxLimit;
    private final List<Integer> limits = new ArrayList<>();

    FakeScroll(NavigableMap<PointId, ObjectNode> points, int maxLimit) {
        this.points = points;
        this.maxLimit = maxLimit;
    }

    /** The limits that were asked for, in order. */
    List<Integer> limits() {
        return limits;
    }

    @Override
    public RawAnswer exchange(QdrantRequest request) {
        try {
            JsonNode body = MAPPER.readTree(request.body().text());
            Body answer = Body.of(request.path().path().endsWith("/scroll") ? scroll(body) : retrieve(body));
            return answer.size() > request.maxBody()
                    ? new RawAnswer.Broken(
                            200, Optional.of("application/json"), RawAnswer.Damage.TOO_LARGE, Body.of("{"))
                    : answer(answer.text().startsWith("{\"status\":{") ? 400 : 200, answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String scroll(JsonNode body) {
        int limit = body.get("limit").intValue();
        limits.add(limit);
        if (limit > maxLimit) {
            return "{\"status\":{\"error\":\"Bad request: Limit exceeded " + limit + " > " + maxLimit + " for x.\"}}";
        }
        PointId from = body.has("offset") ? PointId.parse(body.get("offset").asText()) : points.firstKey();
        Iterator<ObjectNode> rest = points.tailMap(from, true).values().iterator();
        ObjectNode result = QdrantJson.object();
        ArrayNode page = result.putArray("points");
        for (int i = 0; i < limit && rest.hasNext(); i++) {
            page.add(shown(rest.next(), body));
        }
        result.set("next_page_offset", rest.hasNext() ? rest.next().get("id") : null);
        return "{\"result\":" + result + ",\"status\":\"ok\",\"time\":0.1}";
    }

    private String retrieve(JsonNode body) {
        ObjectNode envelope = QdrantJson.object();
        ArrayNode result = envelope.putArray("result");
        body.get("ids").forEach(id -> result.add(shown(points.get(PointId.parse(id.asText())), body)));
        return envelope.put("status", "ok").toString();
    }

    private static ObjectNode shown(ObjectNode point, JsonNode body) {
        ObjectNode shown = QdrantJson.object();
        shown.set("id", point.get("id"));
        if (body.get("with_payload").booleanValue()) {
            shown.set("payload", point.get("payload"));
        }
        if (body.get("with_vector").booleanValue()) {
            shown.set("vector", point.get("vector"));
        }
        return shown;
    }

    static RawAnswer answer(int status, Body body) {
        return new RawAnswer.Whole(status, Optional.of("application/json"), Optional.empty(), body);
    }
}
