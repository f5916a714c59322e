package io.lifeboat.saga.simulator;

import io.lifeboat.events.id.StepType;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.saga.step.SealableAction;
import io.lifeboat.saga.step.StepAction;
import io.lifeboat.saga.step.StepContext;
import io.lifeboat.saga.step.StepOutcome;
import io.lifeboat.saga.traffic.Reading;
import io.lifeboat.saga.traffic.TrafficProtocol;
import java.io.IOException;
import java.util.List;

/** Actions whose effects land in the simulated world; traffic moves by the real protocol. */
final class SimActions {
    private SimActions() {}

    static List<StepAction> all(World world) {
        return List.of(
                new Effect(world, StepCatalogue.ASSESS_STANDBY, 0.03),
                new Effect(world, StepCatalogue.EXEC, 0.1),
                new Effect(world, StepCatalogue.VERIFY_FAILOVER, 0.1),
                new Effect(world, StepCatalogue.REPORT, 0),
                new Switch(world));
    }

    private static EffectMark mark(World world, StepContext context) {
        return new EffectMark(
                world.indexOf(context.workspace().id()),
                context.incident().id(),
                context.incident().seq(),
                context.incident().automatic(),
                context.step(),
                context.claim().claim(),
                context.claim().process());
    }

    /** An effect that only has to be noted: what matters is when, and how often, it happens. */
    private record Effect(World world, StepType type, double failing) implements StepAction {
        @Override
        public StepOutcome run(StepContext context) throws InterruptedException {
            EffectMark mark = mark(world, context);
            boolean fails = world.hurts(Fault.FAILED_ACTION, failing);
            world.judge().begins(mark);
            try {
                SimCall.send(world, world.scope(), () -> world.judge().happened(mark, fails));
            } catch (IOException e) {
                return new StepOutcome.Retry(e.getMessage());
            }
            return fails ? StepOutcome.failed("it failed") : StepOutcome.done("it worked");
        }
    }

    private record Switch(World world) implements SealableAction {
        @Override
        public StepType type() {
            return StepCatalogue.SWITCH_TRAFFIC;
        }

        @Override
        public StepOutcome run(StepContext context) throws InterruptedException {
            return protocol(context).move();
        }

        @Override
        public StepOutcome seal(StepContext context) throws InterruptedException {
            return protocol(context).seal("stopped or out of time");
        }

        private TrafficProtocol protocol(StepContext context) {
            EffectMark mark = mark(world, context);
            Reading wanted = new Reading(
                    context.arguments().required("value"), context.claim().epoch(), context.key());
            return new TrafficProtocol(
                    world.target(mark.workspace()).reachedFrom(world.scope(), mark), wanted, world.guards());
        }
    }
}
