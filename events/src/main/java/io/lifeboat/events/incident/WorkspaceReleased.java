package io.lifeboat.events.incident;

import io.lifeboat.events.EventName;
import io.lifeboat.events.Fields;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * The hold of this workspace ends; what happened meanwhile is decided afresh.
 */
@EventName(value = "io.lifeboat.workspace.released.v1", writers = Service.DETECTOR)
public record WorkspaceReleased(
        WorkspaceId workspace,
        long basis,
        String why,
        @Nullable SignedCommand command) implements DecisionEvent {
    public WorkspaceReleased {
        Fields.present("workspace", workspace);
        Fields.present("why", why);
    }
}
