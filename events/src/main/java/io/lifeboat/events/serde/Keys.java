package io.lifeboat.events.serde;

import io.lifeboat.events.Event;
import io.lifeboat.events.UnknownEvent;
import io.lifeboat.events.command.CommandIssued;
import io.lifeboat.events.fleet.FleetEvent;
import io.lifeboat.events.health.TargetReported;
import io.lifeboat.events.health.VantageBeat;
import io.lifeboat.events.incident.PartitionEvent;
import io.lifeboat.events.incident.WorkspaceEvent;
import io.lifeboat.events.member.MemberBeat;

/** The key under which each event stands in its topic. */
public final class Keys {
    /** No workspace can have this name: records about a whole partition name the partition themselves. */
    public static final String PARTITION = "@partition";

    private static final String FLEET = "@fleet";

    private Keys() {}

    /** @throws IllegalArgumentException for an event that Lifeboat does not write */
    public static String of(Event event) {
        if (event instanceof WorkspaceEvent of) {
            return of.workspace().value();
        }
        if (event instanceof PartitionEvent) {
            return PARTITION;
        }
        if (event instanceof FleetEvent) {
            return FLEET;
        }
        return ofOther(event);
    }

    private static String ofOther(Event event) {
        if (event instanceof TargetReported report) {
            return report.vantage() + "|" + report.workspace() + "|" + report.target();
        }
        if (event instanceof VantageBeat beat) {
            return beat.vantage().value();
        }
        if (event instanceof CommandIssued command) {
            return command.workspace() == null ? FLEET : command.workspace().value();
        }
        if (event instanceof MemberBeat beat) {
            return beat.service() + "|" + beat.process();
        }
        if (event instanceof UnknownEvent unknown) {
            throw new IllegalArgumentException("an event of unknown type is never written: " + unknown.type());
        }
        throw new IllegalArgumentException("no key for " + event.getClass());
    }
}
