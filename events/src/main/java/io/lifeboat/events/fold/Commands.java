package io.lifeboat.events.fold;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.lifeboat.events.command.CommandEnvelope;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.id.CommandId;
import io.lifeboat.events.serde.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/** A command has effect once: the fold remembers the ids of those that it obeyed until nobody could send them again. */
public final class Commands {
    /** Far longer than a command can be valid, whatever the clocks say. */
    static final Duration REMEMBERED = Duration.ofHours(1);

    private Commands() {}

    /** The envelope of a signed command; nothing if its payload is none. */
    public static Optional<CommandEnvelope> read(SignedCommand command) {
        try {
            return Optional.ofNullable(Json.mapper().readValue(command.payload(), CommandEnvelope.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    static Optional<Ruling> replay(Workspace workspace, @Nullable SignedCommand command, Guards guards) {
        return command == null ? Optional.empty() : replay(workspace.commands(), command, guards);
    }

    static Optional<Ruling> replay(PMap<CommandId, Instant> used, SignedCommand command, Guards guards) {
        Optional<CommandEnvelope> envelope = read(command);
        if (envelope.isEmpty()) {
            return Optional.of(Ruling.voided("its command cannot be read"));
        }
        return guards.stops(Guard.COMMAND_ONCE, used.containsKey(envelope.get().id()))
                ? Optional.of(Ruling.voided(
                        "command %s has had its effect already", envelope.get().id()))
                : Optional.empty();
    }

    static Workspace use(Workspace workspace, @Nullable SignedCommand command, Instant at) {
        return workspace.used(use(workspace.commands(), command, at));
    }

    static PMap<CommandId, Instant> use(PMap<CommandId, Instant> used, @Nullable SignedCommand command, Instant at) {
        Optional<CommandId> id =
                command == null ? Optional.empty() : read(command).map(CommandEnvelope::id);
        if (id.isEmpty() || used.containsKey(id.get())) {
            return used;
        }
        PMap<CommandId, Instant> kept = used;
        for (Map.Entry<CommandId, Instant> entry : used.entrySet()) {
            kept = entry.getValue().isBefore(at) ? kept.minus(entry.getKey()) : kept;
        }
        return kept.plus(id.get(), at.plus(REMEMBERED));
    }
}
