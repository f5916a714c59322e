package io.lifeboat.events.health;

import io.lifeboat.events.EventName;
import io.lifeboat.events.Fields;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.TargetId;
import io.lifeboat.events.id.VantageId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.plan.Arguments;
import java.time.Instant;

/**
 * A target's state at one vantage has changed.
 *
 * @param probe the kind of probe that saw it
 * @param since first evidence of this state, by the vantage's clock
 * @param evidence what was seen, for people; no secrets
 * @param detail what machines need of it, for instance which collections
 */
@EventName(value = "io.lifeboat.target.reported.v1", writers = Service.DETECTOR)
public record TargetReported(
        VantageId vantage,
        ProcessId process,
        WorkspaceId workspace,
        TargetId target,
        String probe,
        TargetState state,
        Instant since,
        String evidence,
        Arguments detail)
        implements HealthEvent {
    public TargetReported {
        Fields.present("vantage", vantage);
        Fields.present("process", process);
        Fields.present("workspace", workspace);
        Fields.present("target", target);
        Fields.present("probe", probe);
        Fields.present("state", state);
        Fields.present("since", since);
        Fields.present("evidence", evidence);
        Fields.present("detail", detail);
    }
}
