package io.lifeboat.saga.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LoopTest {
    private final ConcurrentLinkedQueue<Throwable> bugs = new ConcurrentLinkedQueue<>();
    private final Loop loop = new Loop("loop", bugs::add);

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void shouldRunATaskOnTheThreadThatBringsItWhenItIsIdle() {
        List<Thread> ran = new ArrayList<>();

        loop.run(() -> ran.add(Thread.currentThread()));

        assertThat(ran).containsExactly(Thread.currentThread());
    }

    @Test
    void shouldNeverRunATaskOnTheCallersThreadWhenItIsHandedOver() throws Exception {
        CompletableFuture<Thread> ran = new CompletableFuture<>();

        loop.execute(() -> ran.complete(Thread.currentThread()));

        assertThat(ran.get().getName()).isEqualTo("loop");
    }

    @Test
    void shouldRunNothingWhileAnotherTaskRunsAndThenOnItsOwnThread() throws Exception {
        CompletableFuture<Thread> ran = new CompletableFuture<>();
        List<String> order = new ArrayList<>();

        loop.run(() -> {
            loop.run(() -> {
                order.add("second");
                ran.complete(Thread.currentThread());
            });
            order.add("first");
        });

        assertThat(ran.get().getName()).isEqualTo("loop");
        assertThat(order).containsExactly("first", "second");
    }

    @Test
    void shouldLetNothingOverlapWhenManyThreadsBringTasks() throws Exception {
        int threads = 4;
        int tasks = 20_000;
        int[] plain = new int[1]; // no lock, no volatile: only the loop guards it
        CountDownLatch done = new CountDownLatch(threads * tasks);
        Runnable task = () -> {
            plain[0]++;
            done.countDown();
        };
        for (int i = 0; i < threads; i++) {
            boolean runs = i % 2 == 0;
            Thread.ofPlatform().start(() -> {
                for (int j = 0; j < tasks; j++) {
                    if (runs) {
                        loop.run(task);
                    } else {
                        loop.execute(task);
                    }
                }
            });
        }

        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Integer> sum = new CompletableFuture<>();
        loop.execute(() -> sum.complete(plain[0]));
        assertThat(sum.get()).isEqualTo(threads * tasks);
    }

    @Test
    void shouldKeepTheOrderOfOneThreadWhicheverWayItBringsThem() throws Exception {
        List<Integer> order = new ArrayList<>();
        CompletableFuture<List<Integer>> all = new CompletableFuture<>();
        for (int i = 0; i < 1_000; i++) {
            int number = i;
            if (i % 3 == 0) {
                loop.execute(() -> order.add(number));
            } else {
                loop.run(() -> order.add(number));
            }
        }
        loop.execute(() -> all.complete(order));

        assertThat(all.get()).hasSize(1_000).isSorted();
    }

    @Test
    void shouldGoOnAndTellWhenATaskThrows() throws Exception {
        IllegalStateException bug = new IllegalStateException("a bug");
        CompletableFuture<Boolean> next = new CompletableFuture<>();

        loop.run(() -> {
            throw bug;
        });
        loop.after(Duration.ofMillis(1), () -> next.complete(true));

        assertThat(next.get()).isTrue();
        assertThat(bugs).containsExactly(bug);
    }

    @Test
    void shouldRunNothingMoreWhenItIsClosed() {
        List<String> ran = new ArrayList<>();
        loop.close();

        loop.run(() -> ran.add("run"));
        loop.execute(() -> ran.add("execute"));
        loop.after(Duration.ZERO, () -> ran.add("after"));

        assertThat(ran).isEmpty();
    }
}
