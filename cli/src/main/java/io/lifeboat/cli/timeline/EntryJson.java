package io.lifeboat.cli.timeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.events.UnknownEvent;
import io.lifeboat.events.fold.Ruling;
import io.lifeboat.events.serde.EventTypes;
import io.lifeboat.events.serde.Json;
import java.time.Duration;
import java.time.Instant;

/** A timeline's entry as one line of JSON, for other programs. Pure. */
final class EntryJson {
    private EntryJson() {}

    static String of(TimelineEntry entry, Instant since) {
        EventText text = EventText.of(entry.event());
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("at", entry.record().appendedAt().toString());
        node.put(
                "elapsedMillis",
                Duration.between(since, entry.record().appendedAt()).toMillis());
        node.put("type", type(entry));
        node.put("service", entry.record().writer().name());
        node.put("process", entry.record().writer().process().toString());
        entry.step().ifPresent(step -> node.put("step", step.value()));
        if (entry.attempt() > 0) {
            node.put("attempt", entry.attempt());
        }
        if (entry.epoch() > 0) {
            node.put("epoch", entry.epoch());
        }
        node.put("what", text.what());
        node.put("sentence", text.sentence());
        ruling(node, entry.ruling());
        node.put("partition", entry.record().partition());
        node.put("offset", entry.record().offset());
        node.put("id", entry.record().id().toString());
        node.set("event", Json.mapper().valueToTree(entry.event()));
        return Json.text(node);
    }

    private static String type(TimelineEntry entry) {
        return entry.event() instanceof UnknownEvent unknown
                ? unknown.type()
                : EventTypes.nameOf(entry.event().getClass());
    }

    private static void ruling(ObjectNode node, Ruling ruling) {
        node.put("effective", ruling.isEffective());
        switch (ruling) {
            case Ruling.Effective effective -> {}
            case Ruling.Voided voided -> node.put("void", voided.why());
            case Ruling.Unknown unknown -> node.put("void", "of no meaning to this version");
        }
    }
}
