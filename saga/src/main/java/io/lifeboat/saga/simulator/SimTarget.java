package io.lifeboat.saga.simulator;

import io.lifeboat.events.fold.Guard;
import io.lifeboat.events.step.EffectClass;
import io.lifeboat.saga.traffic.Reading;
import io.lifeboat.saga.traffic.TrafficSwitch;
import java.io.IOException;

/** A workspace's traffic target in the simulated world: compares all three and writes, atomically. */
final class SimTarget {
    private final World world;
    private final int workspace;
    private Reading stored = new Reading("a", 0, "");

    SimTarget(World world, int workspace) {
        this.world = world;
        this.workspace = workspace;
    }

    Reading stored() {
        return stored;
    }

    /** A write that no claim of the log stands behind; the value stays. */
    void foreignWrite() {
        stored = new Reading(stored.value(), stored.epoch() + 1_000_000, "foreign-" + stored.epoch());
    }

    /** As a process reaches it over the network, for one claim. */
    TrafficSwitch reachedFrom(SimCall.Scope scope, EffectMark mark) {
        return new TrafficSwitch() {
            @Override
            public EffectClass effect() {
                return EffectClass.CAS;
            }

            @Override
            public Reading read() throws IOException, InterruptedException {
                return SimCall.send(world, scope, () -> stored);
            }

            @Override
            public boolean compareAndSet(Reading expected, Reading wanted) throws IOException, InterruptedException {
                if (!expected.value().equals(wanted.value())) { // a seal moves nothing, and no hold stops it
                    world.judge().begins(mark);
                }
                return SimCall.send(world, scope, () -> land(mark, expected, wanted));
            }
        };
    }

    private boolean land(EffectMark mark, Reading expected, Reading wanted) {
        if (!matches(expected) || isFenced(wanted)) {
            return false;
        }
        world.judge().switched(workspace, mark, stored, wanted);
        stored = wanted;
        return true;
    }

    private boolean matches(Reading expected) {
        boolean value = expected.value().equals(stored.value());
        boolean whole = expected.epoch() == stored.epoch() && expected.claim().equals(stored.claim());
        return value && !world.stops(Guard.FULL_COMPARE, !whole);
    }

    private boolean isFenced(Reading wanted) {
        boolean lower = world.isFullCompare() && wanted.epoch() < stored.epoch();
        boolean equal = world.isFullCompare()
                && wanted.epoch() == stored.epoch()
                && !wanted.claim().equals(stored.claim());
        return world.stops(Guard.COMPARE_EPOCH, lower) || world.stops(Guard.COMPARE_CLAIM, equal);
    }
}
