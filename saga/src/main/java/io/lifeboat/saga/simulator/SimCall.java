package io.lifeboat.saga.simulator;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A request over the simulated network: it lands some time, perhaps after its sender died, perhaps never; its answer comes
 * some time, perhaps never.
 */
final class SimCall {
    private static final Duration TIMEOUT = Duration.ofMillis(400);

    /** What an action's blocking code runs in. */
    static final class Scope {
        private final SimProcess process;
        private Coroutine coroutine;
        private boolean interrupted;
        private boolean waiting;
        private int ticket;

        Scope(SimProcess process) {
            this.process = process;
        }

        void bind(Coroutine code) {
            coroutine = code;
        }

        SimProcess process() {
            return process;
        }

        void interrupt() {
            interrupted = true;
            wake(ticket);
        }

        private void wake(int forTicket) {
            if (waiting && ticket == forTicket) {
                waiting = false;
                process.run(() -> process.resume(this, coroutine));
            }
        }
    }

    private SimCall() {}

    /**
     * Sends a request and waits for its answer.
     *
     * @param landing what happens at the target when it lands
     */
    static <T> T send(World world, Scope scope, Supplier<T> landing) throws IOException, InterruptedException {
        if (scope.interrupted) {
            throw new InterruptedException("interrupted before it was sent");
        }
        Answer<T> answer = new Answer<>();
        int ticket = ++scope.ticket;
        scope.waiting = true;
        dispatch(world, scope, ticket, answer, landing);
        if (world.hurts(Fault.PAUSE_IN_ACTION, 0.01)) {
            world.pause(scope.process);
        }
        world.time().after(TIMEOUT, () -> scope.wake(ticket));
        scope.coroutine.pause();
        if (scope.interrupted) {
            throw new InterruptedException("interrupted while it waited for an answer");
        }
        if (!answer.arrived) {
            throw new IOException("no answer in " + TIMEOUT.toMillis() + " ms");
        }
        return answer.value;
    }

    private static <T> void dispatch(World world, Scope scope, int ticket, Answer<T> answer, Supplier<T> landing) {
        if (world.hurts(Fault.LOST_REQUEST, 0.03)) {
            return;
        }
        boolean late = world.hurts(Fault.LATE_REQUEST, 0.06);
        world.time().after(world.time().between(200, late ? 6_000_000 : 2_000), () -> {
            if (!scope.process.isAlive()) {
                world.count(Fault.REQUEST_AFTER_DEATH);
            }
            T value = landing.get();
            if (!world.hurts(Fault.LOST_ANSWER, 0.03)) {
                world.time().after(world.time().between(200, 2_000), () -> {
                    answer.value = value;
                    answer.arrived = true;
                    scope.wake(ticket);
                });
            }
        });
    }

    private static final class Answer<T> {
        private T value;
        private boolean arrived;
    }
}
