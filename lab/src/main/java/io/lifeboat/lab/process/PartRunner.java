package io.lifeboat.lab.process;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Runs a part as the only thing of its process: ready line, then until SIGTERM or the end of the lifeline. */
public final class PartRunner {

    /** A part that has not closed by then is left to the end of the process. */
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(3);

    private PartRunner() {}

    /**
     * Prints the ready line and waits. Returns the exit status when the lifeline is closed; on SIGTERM the process ends in here.
     *
     * @throws InterruptedException if the waiting thread is interrupted; the part is closed as the process ends
     */
    public static int run(Part part, LifelineOption option) throws InterruptedException, IOException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closeWithinLimit(part), "close-" + part.name()));
        System.out.println(ReadyLine.of(part));
        System.out.flush();
        if (option.lifeline) {
            awaitEnd(System.in);
            return 0;
        }
        new CountDownLatch(1).await();
        return 0;
    }

    private static void awaitEnd(InputStream lifeline) throws IOException {
        byte[] ignored = new byte[256];
        while (lifeline.read(ignored) >= 0) {
            // Only the end counts: what the parent writes has no meaning.
        }
    }

    private static void closeWithinLimit(Part part) {
        Thread closer = Thread.ofPlatform().daemon().name("closer").start(part::close);
        try {
            closer.join(CLOSE_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (closer.isAlive()) {
            System.err.println(part.name() + " did not close within " + CLOSE_LIMIT.toMillis() + " ms: halting");
            Runtime.getRuntime().halt(1);
        }
    }
}
