package io.lifeboat.restore.restore;

import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.StepState;
import io.lifeboat.events.id.StepType;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.step.StepCatalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What earlier steps of a recovery have left in the log for later ones. Pure. */
public final class RestoredCollections {
    private RestoredCollections() {}

    /**
     * One collection as the step {@code restore-collections} left it.
     *
     * @param restored its new name
     * @param aliases that shall lead to it
     * @param was where each of those aliases led before; missing where there was none
     */
    public record Entry(String collection, String restored, List<String> aliases, Map<String, String> was) {
        public Entry {
            aliases = List.copyOf(aliases);
            was = Map.copyOf(was);
        }
    }

    /** The output of the last step of that type that has succeeded; empty if none has. */
    public static Optional<Arguments> outputOf(Incident incident, StepType type) {
        return incident.plan().steps().stream()
                .filter(step -> step.type().equals(type))
                .map(Step::id)
                .map(id -> incident.status(id).state())
                .filter(StepState.Succeeded.class::isInstance)
                .map(state -> ((StepState.Succeeded) state).output())
                .reduce((before, last) -> last);
    }

    /** Empty if nothing was restored. */
    public static List<Entry> of(Incident incident) {
        return outputOf(incident, StepCatalogue.RESTORE_COLLECTIONS)
                .map(RestoredCollections::entries)
                .orElse(List.of());
    }

    private static List<Entry> entries(Arguments output) {
        List<Entry> entries = new ArrayList<>();
        if (output.values().get("collections") instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof Map<?, ?> map) {
                    entries.add(entry(map));
                }
            }
        }
        return entries;
    }

    private static Entry entry(Map<?, ?> map) {
        List<String> aliases = map.get("aliases") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
        Map<String, String> was = new LinkedHashMap<>();
        if (map.get("was") instanceof Map<?, ?> before) {
            before.forEach((alias, target) -> was.put(alias.toString(), target.toString()));
        }
        return new Entry(String.valueOf(map.get("collection")), String.valueOf(map.get("restored")), aliases, was);
    }
}
