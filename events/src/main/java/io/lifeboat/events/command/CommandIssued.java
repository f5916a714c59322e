package io.lifeboat.events.command;

import io.lifeboat.events.EventName;
import io.lifeboat.events.Fields;
import io.lifeboat.events.id.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * An operator's signed command, as it was sent.
 *
 * @param workspace absent for what concerns the whole fleet
 */
@EventName(value = "io.lifeboat.command.issued.v1")
public record CommandIssued(@Nullable WorkspaceId workspace, SignedCommand command) implements CommandEvent {
    public CommandIssued {
        Fields.present("command", command);
    }
}
