package io.lifeboat.events.incident;

import io.lifeboat.events.EventName;
import io.lifeboat.events.Fields;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * No effects on this workspace until it is released. Detection, notices and seals go on.
 */
@EventName(value = "io.lifeboat.workspace.held.v1", writers = Service.DETECTOR)
public record WorkspaceHeld(
        WorkspaceId workspace,
        long basis,
        String why,
        @Nullable SignedCommand command) implements DecisionEvent {
    public WorkspaceHeld {
        Fields.present("workspace", workspace);
        Fields.present("why", why);
    }
}
