package io.lifeboat.detector.incident.command;

import io.lifeboat.events.command.CommandEnvelope;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.id.WorkspaceId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A command as it stands in {@code lifeboat.commands}.
 *
 * @param offset of its record
 * @param appendedAt by the broker's clock
 * @param live it came while this process was listening; else it was read while catching up
 * @param repeated another record brought a command of the same id before
 * @param workspace that its record names; absent for the fleet
 * @param read what the operator signed, read once; absent if it cannot be read
 * @param tries how often this process has tried to obey it
 */
public record Order(
        long offset,
        Instant appendedAt,
        boolean live,
        boolean repeated,
        @Nullable WorkspaceId workspace,
        SignedCommand command,
        @Nullable CommandEnvelope read,
        int tries) {

    /** What the operator signed; nothing if it cannot be read. */
    public Optional<CommandEnvelope> envelope() {
        return Optional.ofNullable(read);
    }

    Order triedOnceMore() {
        return new Order(offset, appendedAt, live, repeated, workspace, command, read, tries + 1);
    }
}
