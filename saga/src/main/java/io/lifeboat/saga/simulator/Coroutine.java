package io.lifeboat.saga.simulator;

import java.util.concurrent.locks.LockSupport;

/**
 * Blocking code that runs in lock-step with the simulation: exactly one of the two runs at a time, so the schedule decides
 * everything. Used from the simulation's thread, but for {@link #pause}, which the code itself calls.
 */
final class Coroutine {
    private final Thread thread;
    private final Thread owner;
    private volatile boolean turn; // true: the code may run
    private volatile boolean ended;
    private volatile boolean abandoned;

    /** Thrown in code whose process has died, so that its thread ends. */
    static final class Abandoned extends Error {
        private static final long serialVersionUID = 1L;

        Abandoned() {
            super("the process has died", null, false, false);
        }
    }

    Coroutine(Runnable code) {
        this.owner = Thread.currentThread();
        this.thread = Thread.ofVirtual().unstarted(() -> {
            awaitTurn();
            try {
                if (!abandoned) {
                    code.run();
                }
            } catch (Abandoned e) {
                // its process has died: nothing is left to do
            } finally {
                ended = true;
                giveBack();
            }
        });
        thread.start();
    }

    /** Lets the code run until it pauses or ends. */
    void resume() {
        if (ended) {
            return;
        }
        turn = true;
        LockSupport.unpark(thread);
        while (turn) {
            LockSupport.park(this);
        }
    }

    /** Called by the code: waits until it is resumed. */
    void pause() {
        giveBack();
        awaitTurn();
        if (abandoned) {
            throw new Abandoned();
        }
    }

    /** The process of the code has died. */
    void abandon() {
        abandoned = true;
        resume();
    }

    private void awaitTurn() {
        while (!turn) {
            LockSupport.park(this);
        }
    }

    private void giveBack() {
        turn = false;
        LockSupport.unpark(owner);
    }
}
