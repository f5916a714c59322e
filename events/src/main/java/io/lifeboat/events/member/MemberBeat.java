package io.lifeboat.events.member;

import io.lifeboat.events.EventName;
import io.lifeboat.events.Fields;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;

/**
 * A process of a service is alive. Beats decide only when somebody tries to take over, never who may act.
 *
 * @param instance what people call it
 * @param folded all topics have been folded to their end
 * @param leaving it ends in an orderly way: others need not wait
 */
@EventName(
        value = "io.lifeboat.member.beat.v1",
        writers = {Service.DETECTOR, Service.FAILOVER, Service.RESTORE, Service.VERIFIER, Service.NOTIFIER})
public record MemberBeat(Service service, ProcessId process, String instance, boolean folded, boolean leaving)
        implements MemberEvent {
    public MemberBeat {
        Fields.present("service", service);
        Fields.present("process", process);
        Fields.present("instance", instance);
    }
}
