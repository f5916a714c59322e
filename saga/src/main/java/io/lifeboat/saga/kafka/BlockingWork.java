package io.lifeboat.saga.kafka;

import io.lifeboat.saga.core.Ports;
import java.util.concurrent.Callable;

/** Work that can be interrupted, while it runs and never after: its thread does other things then. Thread-safe. */
final class BlockingWork<T> implements Ports.Work {
    private final Callable<T> work;
    private Thread worker; // while it runs
    private boolean cancelled;

    BlockingWork(Callable<T> work) {
        this.work = work;
    }

    /** Does it on this thread; not if it was cancelled before. */
    Ports.Result<T> run() {
        if (!begin()) {
            return new Ports.Result.Thrown<>(new InterruptedException("cancelled before it began"));
        }
        try {
            return new Ports.Result.Value<>(work.call());
        } catch (Exception | Error e) {
            return new Ports.Result.Thrown<>(e);
        } finally {
            end();
        }
    }

    private synchronized boolean begin() {
        worker = cancelled ? null : Thread.currentThread();
        return !cancelled;
    }

    private synchronized void end() {
        worker = null;
        boolean unused = Thread.interrupted(); // meant for the work alone
    }

    @Override
    public synchronized void cancel() {
        cancelled = true;
        if (worker != null) {
            worker.interrupt();
        }
    }
}
