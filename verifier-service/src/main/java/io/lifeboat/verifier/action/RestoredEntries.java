package io.lifeboat.verifier.action;

import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.StepState;
import io.lifeboat.events.id.StepType;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.step.StepCatalogue;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the steps before have restored, as the log has it. Pure. */
final class RestoredEntries {
    private RestoredEntries() {}

    /**
     * One restored collection.
     *
     * @param digest of its content as it was restored; empty where none was recorded
     */
    record Entry(String collection, String restored, long points, String digest) {}

    static List<Entry> of(Incident incident) {
        Optional<Arguments> output = output(incident, StepCatalogue.RESTORE_COLLECTIONS);
        List<Entry> entries = new ArrayList<>();
        if (output.isPresent() && output.get().values().get("collections") instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof Map<?, ?> map && map.get("points") instanceof Number points) {
                    entries.add(new Entry(
                            String.valueOf(map.get("collection")),
                            String.valueOf(map.get("restored")),
                            points.longValue(),
                            map.get("digest") instanceof String digest ? digest : ""));
                }
            }
        }
        return entries;
    }

    /** The nodes that were provisioned; empty if none were. */
    static List<URI> nodes(Incident incident) {
        return output(incident, StepCatalogue.PROVISION).map(output -> output.texts("nodes")).orElse(List.of()).stream()
                .map(URI::create)
                .toList();
    }

    private static Optional<Arguments> output(Incident incident, StepType type) {
        return incident.plan().steps().stream()
                .filter(step -> step.type().equals(type))
                .map(step -> incident.status(step.id()).state())
                .filter(StepState.Succeeded.class::isInstance)
                .map(state -> ((StepState.Succeeded) state).output())
                .reduce((before, last) -> last);
    }
}
