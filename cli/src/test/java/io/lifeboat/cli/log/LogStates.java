package io.lifeboat.cli.log;

import io.lifeboat.cli.Story;
import io.lifeboat.cli.lab.LabService;
import io.lifeboat.cli.lab.LabShape;
import io.lifeboat.events.health.TargetReported;
import io.lifeboat.events.health.TargetState;
import io.lifeboat.events.health.VantageBeat;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.TargetId;
import io.lifeboat.events.id.VantageId;
import io.lifeboat.events.member.MemberBeat;
import io.lifeboat.events.plan.Arguments;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What the topics say in a story. */
public final class LogStates {
    private LogStates() {}

    /**
     * Folded to the story's end.
     *
     * @param seeUp vantages that see blue's node up
     * @param alive instances of services whose beat is fresh
     */
    public static LogState of(Story story, Set<String> seeUp, Set<String> alive) {
        LogState state = LogState.empty().with(story.partition());
        for (String vantage : new TreeSet<>(seeUp)) {
            state = state.with(new VantageBeat(
                            new VantageId(vantage), process(vantage), 1, Duration.ofSeconds(1), null, false))
                    .with(report(vantage));
        }
        for (LabService service : LabShape.SERVICES) {
            if (alive.contains(service.instance())) {
                ProcessId process = service.service() == Service.DETECTOR
                                && !service.instance().equals("north")
                        ? process(service.instance())
                        : Story.process(service.service());
                state = state.with(
                        new MemberBeat(service.service(), process, service.instance(), true, false), story.now());
            }
        }
        return state.at(story.now());
    }

    /** The same with a newer record. */
    public static LogState laterBy(LogState state, Duration by) {
        return state.at(state.newest().plus(by));
    }

    private static ProcessId process(String instance) {
        return new ProcessId(new UUID(0x0b0b_0000_0000_0000L, instance.hashCode()));
    }

    private static TargetReported report(String vantage) {
        return new TargetReported(
                new VantageId(vantage),
                process(vantage),
                Story.SHOP,
                new TargetId("blue-1"),
                "http",
                TargetState.UP,
                Story.START,
                "GET /healthz answered 200",
                Arguments.none());
    }
}
