package io.lifeboat.detector.probe.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.detector.probe.vantage.TargetKey;
import io.lifeboat.events.id.TargetId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.serde.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads Alertmanager's webhook payload, version "4", whole or not at all: the first thing wrong is told with its field.
 * Each alert names what it is about by its labels {@code workspace} and, if it is about one, {@code target}; by
 * {@code scenario} it may tell what it means. Pure.
 *
 * @param watched the targets that alerts may speak of
 */
public record PayloadReader(Set<TargetKey> watched) {
    /** What an alert is about that names no target: the workspace as a whole. */
    static final TargetId NO_TARGET = new TargetId("alerts");

    private static final int MOST_ALERTS = 10_000;
    private static final int MOST_SHOWN = 80;

    public PayloadReader {
        watched = Set.copyOf(watched);
    }

    public AlertmanagerMessage read(String payload) throws BadPayload {
        JsonNode root = parse(payload);
        if (!root.isObject()) {
            throw new BadPayload("payload", "a JSON object", kind(root));
        }
        String version = text(root, "version", "version");
        if (!version.equals("4")) {
            throw new BadPayload("version", "\"4\"", shown(version));
        }
        JsonNode alerts = root.path("alerts");
        if (!alerts.isArray() || alerts.size() > MOST_ALERTS) {
            throw new BadPayload("alerts", "an array of at most " + MOST_ALERTS, kind(alerts));
        }
        return new AlertmanagerMessage(
                root.path("groupKey").asText(""), root.path("truncatedAlerts").asLong(0), alerts(alerts));
    }

    private List<Alert> alerts(JsonNode array) throws BadPayload {
        List<Alert> alerts = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            alerts.add(alert("alerts[" + i + "]", array.get(i)));
        }
        return alerts;
    }

    private Alert alert(String at, JsonNode alert) throws BadPayload {
        JsonNode labels = alert.path("labels");
        TargetKey key = key(at, labels);
        String name = labels.path("alertname").asText("unnamed alert");
        return new Alert(
                text(alert, "fingerprint", at + ".fingerprint"),
                firing(at, alert),
                key.workspace(),
                key.target(),
                Optional.ofNullable(labels.get("severity")).map(JsonNode::asText),
                scenario(at + ".labels.scenario", labels.path("scenario")),
                name,
                alert.path("annotations").path("summary").asText(name),
                time(at + ".startsAt", text(alert, "startsAt", at + ".startsAt")));
    }

    private TargetKey key(String at, JsonNode labels) throws BadPayload {
        WorkspaceId workspace = id(labels, "workspace", at, WorkspaceId::new);
        if (watched.stream().noneMatch(key -> key.workspace().equals(workspace))) {
            throw new BadPayload(at + ".labels.workspace", "a workspace that is watched", shown(workspace.value()));
        }
        if (!labels.has("target")) {
            return new TargetKey(workspace, NO_TARGET);
        }
        TargetKey key = new TargetKey(workspace, id(labels, "target", at, TargetId::new));
        if (!watched.contains(key)) {
            throw new BadPayload(
                    at + ".labels.target",
                    "a target of " + workspace + ", or none",
                    shown(key.target().value()));
        }
        return key;
    }

    private static Optional<Scenario> scenario(String field, JsonNode label) throws BadPayload {
        if (label.isMissingNode()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Scenario.valueOf(label.asText()));
        } catch (IllegalArgumentException e) {
            throw new BadPayload(field, "one of " + Arrays.toString(Scenario.values()), shown(label.asText()));
        }
    }

    private static <T> T id(JsonNode labels, String label, String at, Function<String, T> make) throws BadPayload {
        String field = at + ".labels." + label;
        String value = text(labels, label, field);
        try {
            return make.apply(value);
        } catch (IllegalArgumentException e) {
            throw new BadPayload(field, "an id", shown(value));
        }
    }

    private static boolean firing(String at, JsonNode alert) throws BadPayload {
        String status = text(alert, "status", at + ".status");
        return switch (status) {
            case "firing" -> true;
            case "resolved" -> false;
            case String other -> throw new BadPayload(at + ".status", "firing or resolved", shown(other));
        };
    }

    private static Instant time(String field, String text) throws BadPayload {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new BadPayload(field, "an RFC 3339 time", shown(text));
        }
    }

    private static String text(JsonNode parent, String name, String field) throws BadPayload {
        JsonNode value = parent.path(name);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw new BadPayload(field, "a text", kind(value));
        }
        return value.textValue();
    }

    private static JsonNode parse(String payload) throws BadPayload {
        try {
            return Json.mapper().readTree(payload);
        } catch (JsonProcessingException e) {
            throw new BadPayload("payload", "JSON", "something else (" + e.getOriginalMessage() + ")");
        }
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case MISSING, NULL -> "nothing";
            case ARRAY -> "an array of " + node.size();
            case OBJECT -> "an object";
            case STRING -> shown(node.textValue());
            case NUMBER, BOOLEAN -> node.asText();
            case BINARY, POJO -> "something else";
        };
    }

    private static String shown(String text) {
        return "'" + (text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...") + "'";
    }
}
