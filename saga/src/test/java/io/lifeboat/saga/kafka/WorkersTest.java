package io.lifeboat.saga.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.saga.core.Ports;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkersTest {
    private final Workers workers = new Workers("worker");

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void shouldDoTheNextWorkOnTheSameThreadAfterThatWhichAskedForIt() throws Exception {
        CompletableFuture<Thread> first = new CompletableFuture<>();
        CompletableFuture<Thread> next = new CompletableFuture<>();

        workers.execute(() -> {
            workers.execute(() -> next.complete(Thread.currentThread()));
            assertThat(next).isNotDone();
            first.complete(Thread.currentThread());
        });

        assertThat(next.get()).isSameAs(first.get()).isNotSameAs(Thread.currentThread());
    }

    @Test
    void shouldKeepNothingWaitingBehindTheNextWorkWhenMoreIsAskedFor() throws Exception {
        CountDownLatch blocked = new CountDownLatch(1);
        CompletableFuture<Boolean> other = new CompletableFuture<>();

        workers.execute(() -> {
            workers.execute(() -> awaitQuietly(blocked));
            workers.execute(() -> other.complete(true));
        });

        assertThat(other.get()).isTrue();
        blocked.countDown();
    }

    @Test
    void shouldTakeNothingMoreWhenItIsClosed() {
        workers.close();

        assertThat(workers.execute(() -> {})).isFalse();
    }

    @Test
    void shouldInterruptWorkThatRuns() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        BlockingWork<String> work = new BlockingWork<>(() -> {
            begun.countDown();
            new CountDownLatch(1).await();
            return "never";
        });
        CompletableFuture<Ports.Result<String>> result = new CompletableFuture<>();
        CompletableFuture<Boolean> interruptedAfter = new CompletableFuture<>();

        workers.execute(() -> {
            result.complete(work.run());
            interruptedAfter.complete(Thread.currentThread().isInterrupted());
        });
        begun.await();
        work.cancel();

        assertThat(result.get())
                .isInstanceOfSatisfying(
                        Ports.Result.Thrown.class,
                        thrown -> assertThat(thrown.cause()).isInstanceOf(InterruptedException.class));
        assertThat(interruptedAfter.get()).isFalse();
    }

    @Test
    void shouldNotInterruptItsThreadWhenTheWorkIsOver() {
        BlockingWork<String> work = new BlockingWork<>(() -> "done");

        assertThat(work.run()).isEqualTo(new Ports.Result.Value<>("done"));
        work.cancel();

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void shouldNotLeaveAnInterruptToWhatItsThreadDoesNext() {
        BlockingWork<String> work = new BlockingWork<>(() -> {
            Thread.currentThread().interrupt();
            return "done";
        });

        work.run();

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void shouldNotBeginWorkThatWasCancelledBefore() {
        BlockingWork<String> work = new BlockingWork<>(() -> {
            throw new AssertionError("it began");
        });

        work.cancel();

        assertThat(work.run())
                .isInstanceOfSatisfying(
                        Ports.Result.Thrown.class,
                        thrown -> assertThat(thrown.cause()).hasMessage("cancelled before it began"));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
