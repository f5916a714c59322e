package io.lifeboat.detector.probe.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.detector.probe.Deadline;
import io.lifeboat.detector.probe.Hysteresis;
import io.lifeboat.detector.probe.Probe;
import io.lifeboat.detector.probe.ProbeResult;
import io.lifeboat.detector.probe.ProbeResult.Weight;
import io.lifeboat.detector.probe.ProbeTarget;
import io.lifeboat.detector.probe.Reason;
import io.lifeboat.detector.probe.fake.Targets;
import io.lifeboat.detector.probe.fake.VirtualClock;
import io.lifeboat.events.health.TargetState;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProbeSchedulerTest {
    private static final Duration ANSWER = Duration.ofMillis(1);

    private final VirtualClock clock = new VirtualClock();
    private final List<Observed> learnt = new ArrayList<>();
    private final ScriptedProbe probe = new ScriptedProbe("scripted");

    /** Its runs stay under way until they are answered. */
    private static final class ScriptedProbe implements Probe {
        private final String name;
        private final Deque<Promise<ProbeResult>> under = new ArrayDeque<>();
        private Alarm alarm = seen -> {};
        private int runs;
        private int forgotten;

        ScriptedProbe(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean suits(ProbeTarget target) {
            return true;
        }

        @Override
        public Future<ProbeResult> run(ProbeTarget target, Deadline deadline) {
            runs++;
            under.add(Promise.promise());
            return under.getLast().future();
        }

        @Override
        public void watch(ProbeTarget target, Alarm bell) {
            alarm = bell;
        }

        @Override
        public void forget(ProbeTarget target) {
            forgotten++;
        }

        void answer(ProbeResult result) {
            under.removeFirst().complete(result);
        }
    }

    private ProbeScheduler scheduler(int most) {
        return new ProbeScheduler(clock, new Random(7), most, learnt::add);
    }

    private static ProbeTarget target(int port) {
        return Targets.node(URI.create("http://127.0.0.1:" + port));
    }

    private void pass(ProbeScheduler scheduler, Duration time) {
        for (long left = time.toNanos(); left > 0; left -= ProbeScheduler.TICK.toNanos()) {
            clock.pass(ProbeScheduler.TICK);
            scheduler.tick();
        }
    }

    private static ProbeResult refused() {
        return ProbeResult.down(Reason.REFUSED, Weight.HARD, "refused", Duration.ZERO);
    }

    private TargetState lastState() {
        return learnt.getLast().opinion().state();
    }

    @Test
    void shouldRunOnceAPeriodGiveOrTakeTheJitter() {
        // given
        ProbeScheduler scheduler = scheduler(10);
        scheduler.add(target(1), List.of(probe));

        // when
        for (int i = 0; i < 5000; i++) {
            pass(scheduler, ProbeScheduler.TICK);
            if (!probe.under.isEmpty()) {
                probe.answer(ProbeResult.up("fine", ANSWER));
            }
        }

        // then: 100 s
        assertThat(probe.runs).isBetween(90, 112);
    }

    @Test
    void shouldSpreadTheFirstRunsOverThePeriod() {
        // given
        ProbeScheduler scheduler = scheduler(1000);
        for (int port = 1; port <= 100; port++) {
            scheduler.add(target(port), List.of(probe));
        }

        // when
        pass(scheduler, Duration.ofMillis(500));

        // then
        assertThat(probe.runs).isBetween(30, 70);
    }

    @Test
    void shouldNeverRunTwiceAtATimeOnOneTarget() {
        // given
        ProbeScheduler scheduler = scheduler(10);
        scheduler.add(target(1), List.of(probe));

        // when
        pass(scheduler, Duration.ofSeconds(30));
        probe.alarm.ring(refused());

        // then
        assertThat(probe.under).hasSize(1);
    }

    @Test
    void shouldKeepToTheBoundOfRunsUnderWay() {
        // given
        ProbeScheduler scheduler = scheduler(3);
        for (int port = 1; port <= 20; port++) {
            scheduler.add(target(port), List.of(probe));
        }

        // when
        pass(scheduler, Duration.ofSeconds(5));
        int atFirst = probe.under.size();
        probe.answer(ProbeResult.up("fine", ANSWER));

        // then
        assertThat(atFirst).isEqualTo(3);
        assertThat(probe.under).hasSize(3);
        assertThat(probe.runs).isEqualTo(4);
    }

    @Test
    void shouldRunAllProbesOfTheTargetAtOnceWhenOneRings() {
        // given
        ScriptedProbe other = new ScriptedProbe("other");
        ProbeScheduler scheduler = scheduler(10);
        scheduler.add(target(1), List.of(probe, other));

        // when: no time passes
        probe.alarm.ring(refused());

        // then
        assertThat(probe.under).hasSize(1);
        assertThat(other.under).hasSize(1);
    }

    @Test
    void shouldSeeAKillWithinTwoReconnects() {
        // given
        ProbeScheduler scheduler = scheduler(10);
        scheduler.add(target(1), List.of(probe));
        pass(scheduler, Duration.ofSeconds(2));
        probe.answer(ProbeResult.up("fine", ANSWER));

        // when: no time passes
        probe.alarm.ring(refused());
        probe.answer(refused());

        // then
        assertThat(lastState()).isEqualTo(TargetState.DOWN);
    }

    @Test
    void shouldNotSayDownWhenTheTargetPausesFor800Milliseconds() {
        // given
        PausingProbe pausing = new PausingProbe(clock);
        ProbeScheduler scheduler = scheduler(10);
        scheduler.add(target(1), List.of(pausing));
        for (int start = 0; start < 50; start++) {
            // when: at another moment of the period each time
            run(scheduler, pausing, Duration.ofMillis(3000 + start * 20L));
            pausing.paused = true;
            run(scheduler, pausing, Duration.ofMillis(800));
            pausing.paused = false;
        }
        run(scheduler, pausing, Duration.ofSeconds(3));

        // then
        assertThat(learnt).extracting(seen -> seen.result().state()).contains(TargetState.DOWN);
        assertThat(learnt).extracting(seen -> seen.opinion().state()).containsOnly(TargetState.UP);
    }

    @Test
    void shouldSayDownWhenTheTargetPausesForGood() {
        // given
        PausingProbe pausing = new PausingProbe(clock);
        ProbeScheduler scheduler = scheduler(10);
        scheduler.add(target(1), List.of(pausing));
        run(scheduler, pausing, Duration.ofSeconds(10));

        // when
        pausing.paused = true;
        run(scheduler, pausing, Hysteresis.defaults().silence().plusSeconds(2));

        // then
        assertThat(lastState()).isEqualTo(TargetState.DOWN);
    }

    /** Answers within the tick, or not before its deadline. */
    private static final class PausingProbe implements Probe {
        private final VirtualClock clock;
        private Promise<ProbeResult> asked = Promise.promise();
        private Duration patience = Duration.ZERO;
        private long since;
        private boolean waits;
        private boolean paused;

        PausingProbe(VirtualClock clock) {
            this.clock = clock;
        }

        @Override
        public String name() {
            return "pausing";
        }

        @Override
        public boolean suits(ProbeTarget target) {
            return true;
        }

        @Override
        public Future<ProbeResult> run(ProbeTarget target, Deadline deadline) {
            asked = Promise.promise();
            patience = deadline.next();
            since = clock.nanos();
            waits = true;
            return asked.future();
        }

        void step() {
            Duration waited = Duration.ofNanos(clock.nanos() - since);
            if (waits && !paused) {
                waits = false;
                asked.complete(ProbeResult.up("fine", waited));
            } else if (waits && waited.compareTo(patience) >= 0) {
                waits = false;
                asked.complete(ProbeResult.down(Reason.SILENT, Weight.LATE, "nothing came", waited));
            }
        }
    }

    private void run(ProbeScheduler scheduler, PausingProbe pausing, Duration time) {
        for (long left = time.toNanos(); left > 0; left -= ProbeScheduler.TICK.toNanos()) {
            clock.pass(ProbeScheduler.TICK);
            scheduler.tick();
            pausing.step();
        }
    }

    @Test
    void shouldNotBelieveASilenceThroughWhichItSleptItself() {
        // given
        ProbeScheduler scheduler = scheduler(10);
        scheduler.add(target(1), List.of(probe));
        pass(scheduler, Duration.ofSeconds(2));
        int before = learnt.size();

        // when
        clock.pass(Duration.ofSeconds(30));
        probe.answer(ProbeResult.down(Reason.SILENT, Weight.LATE, "nothing came", Duration.ofSeconds(30)));
        scheduler.tick();
        pass(scheduler, ProbeScheduler.TICK.multipliedBy(2));

        // then: it asks again
        assertThat(learnt).hasSize(before);
        assertThat(probe.under).hasSize(1);
    }

    @Test
    void shouldNotBelieveASilenceThatBeganBeforeItSlept() {
        // given
        ProbeScheduler scheduler = scheduler(10);
        scheduler.add(target(1), List.of(probe));
        pass(scheduler, Duration.ofSeconds(2));

        // when
        clock.pass(Duration.ofSeconds(30));
        scheduler.tick();
        probe.answer(ProbeResult.down(Reason.SILENT, Weight.LATE, "nothing came", Duration.ofSeconds(30)));

        // then
        assertThat(learnt).isEmpty();
    }

    @Test
    void shouldGoOnWhenAProbeFails() {
        // given
        ProbeScheduler scheduler = scheduler(10);
        scheduler.add(target(1), List.of(probe));
        pass(scheduler, Duration.ofSeconds(2));

        // when
        probe.under.removeFirst().fail(new IllegalStateException("a bug"));
        pass(scheduler, Duration.ofSeconds(2));

        // then
        assertThat(learnt.getFirst().result().evidence()).contains("a bug");
        assertThat(lastState()).isEqualTo(TargetState.UNKNOWN);
        assertThat(probe.under).hasSize(1);
    }

    @Test
    void shouldTakeNothingInOnceClosed() {
        // given
        ProbeScheduler scheduler = scheduler(10);
        scheduler.add(target(1), List.of(probe));
        pass(scheduler, Duration.ofSeconds(2));

        // when
        scheduler.close();
        probe.answer(refused());
        probe.alarm.ring(refused());
        pass(scheduler, Duration.ofSeconds(5));

        // then
        assertThat(learnt).isEmpty();
        assertThat(probe.forgotten).isEqualTo(1);
        assertThat(probe.runs).isEqualTo(1);
    }
}
