package io.lifeboat.failover.action;

import io.lifeboat.events.fold.Guards;
import io.lifeboat.events.id.StepType;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.failover.traffic.BareMove;
import io.lifeboat.failover.traffic.Switches;
import io.lifeboat.saga.step.SealableAction;
import io.lifeboat.saga.step.StepContext;
import io.lifeboat.saga.step.StepOutcome;
import io.lifeboat.saga.traffic.Reading;
import io.lifeboat.saga.traffic.TrafficProtocol;
import io.lifeboat.saga.traffic.TrafficSwitch;
import io.lifeboat.workspaces.config.LifeboatConfig;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Moves the workspace's traffic to a site that was assessed, and reads back where it goes. */
@Singleton
public final class SwitchTraffic implements SealableAction {
    private final LifeboatConfig config;
    private final Switches switches;

    SwitchTraffic(LifeboatConfig config, Switches switches) {
        this.config = config;
        this.switches = switches;
    }

    @Override
    public StepType type() {
        return StepCatalogue.SWITCH_TRAFFIC;
    }

    @Override
    public StepOutcome run(StepContext context) throws InterruptedException {
        Optional<String> refusal = SwitchRules.refusal(context, config);
        if (refusal.isPresent()) {
            return StepOutcome.failed(refusal.get());
        }
        TrafficSwitch target = switches.of(context.workspace().id()).orElseThrow();
        return switch (target.effect()) {
            case CAS -> protocol(target, context).move();
            case BARE, READ, KEYED -> new BareMove(target, wanted(context)).move();
        };
    }

    @Override
    public StepOutcome seal(StepContext context) throws InterruptedException {
        Optional<TrafficSwitch> target = switches.of(context.workspace().id());
        if (target.isEmpty()) {
            return new StepOutcome.Unsealed("workspace %s is not configured here"
                    .formatted(context.workspace().id()));
        }
        return switch (target.get().effect()) {
            case CAS -> protocol(target.get(), context).seal("it was stopped or its time was over");
            case BARE, READ, KEYED -> new BareMove(target.get(), wanted(context)).lookAfterStop();
        };
    }

    private static TrafficProtocol protocol(TrafficSwitch target, StepContext context) {
        return new TrafficProtocol(target, wanted(context), Guards.ALL);
    }

    private static Reading wanted(StepContext context) {
        return new Reading(
                context.arguments().required("value"), context.claim().epoch(), context.key());
    }
}
