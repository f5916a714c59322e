package io.lifeboat.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.events.Event;
import io.lifeboat.events.UnknownEvent;
import io.lifeboat.events.fold.Ruling;
import io.lifeboat.events.incident.WorkspaceEvent;
import io.lifeboat.events.serde.Envelope;
import io.lifeboat.events.serde.EventTypes;
import io.lifeboat.events.serde.Json;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A record as it is kept.
 *
 * @param day of its append, in UTC
 * @param file whose file it belongs to: the incident's, else the workspace's, else the log's
 * @param position what it is known by when it comes again
 * @param json one line
 */
record AuditLine(LocalDate day, String file, Position position, String json) {
    private static final String OF_THE_LOG = "@log";

    /** @param mark which attempt of a step it belongs to */
    static AuditLine of(AuditRecord record, Envelope envelope, StepMark mark, Ruling ruling) {
        Position position =
                new Position(record.partition(), record.offset(), envelope.id().toString());
        ObjectNode node = begin(record, position);
        node.put("type", type(envelope.event()));
        node.put("service", envelope.writer().name());
        node.put("process", envelope.writer().process().toString());
        if (mark.attempt() > 0) {
            node.put("attempt", mark.attempt());
        }
        if (mark.epoch() > 0) {
            node.put("epoch", mark.epoch());
        }
        put(node, ruling);
        if (envelope.seen() != null) {
            node.set("seen", Json.mapper().valueToTree(envelope.seen()));
        }
        node.set("event", Json.mapper().valueToTree(envelope.event()));
        return new AuditLine(day(record), file(envelope.event()), position, Json.text(node));
    }

    /** What nobody can read stands in the audit, too; its bytes are in the dead letters. */
    static AuditLine unreadable(AuditRecord record, String reason) {
        Position position = new Position(record.partition(), record.offset(), "");
        ObjectNode node = begin(record, position);
        node.put("effective", false);
        node.put("void", "unreadable: " + reason);
        return new AuditLine(day(record), OF_THE_LOG, position, Json.text(node));
    }

    private static ObjectNode begin(AuditRecord record, Position position) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("at", record.at().toString());
        position.put(node);
        return node;
    }

    private static void put(ObjectNode node, Ruling ruling) {
        node.put("effective", ruling.isEffective());
        switch (ruling) {
            case Ruling.Effective effective -> {}
            case Ruling.Voided voided -> node.put("void", voided.why());
            case Ruling.Unknown unknown -> node.put("void", "of no meaning to this version");
        }
    }

    private static String type(Event event) {
        return event instanceof UnknownEvent unknown ? unknown.type() : EventTypes.nameOf(event.getClass());
    }

    private static LocalDate day(AuditRecord record) {
        return record.at().atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Ids have harmless forms, so they may name files; no workspace's has an at sign. */
    private static String file(Event event) {
        Optional<String> workspace = event instanceof UnknownEvent unknown
                ? Optional.ofNullable(unknown.workspace()).map(id -> "@" + id)
                : Optional.empty();
        return event instanceof WorkspaceEvent of
                ? of.about().map(Object::toString).orElse("@" + of.workspace())
                : workspace.orElse(OF_THE_LOG);
    }
}
