package io.lifeboat.service;

import io.lifeboat.saga.kafka.KafkaParticipant;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Plays the rehearsals once after the start, while nothing is recovering: an incident never waits for them. */
@Singleton
public class Rehearsals {
    private static final Logger LOG = Logger.getLogger(Rehearsals.class);
    /** Between two rounds the machine belongs to others. */
    private static final Duration REST = Duration.ofMillis(30);

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final List<Rehearsal> rehearsals;
    private final boolean training;
    private final KafkaParticipant participant;
    private final AtomicBoolean done = new AtomicBoolean();
    private final Thread thread;

    Rehearsals(ServiceSettings settings, @All List<Rehearsal> rehearsals, Host host, MeterRegistry registry) {
        this.rehearsals = settings.rehearse() ? List.copyOf(rehearsals) : List.of();
        this.training = settings.training();
        this.participant = host.participant();
        this.thread = Thread.ofPlatform().name("rehearsal").daemon().unstarted(this::run);
        Gauge.builder("lifeboat.rehearsed", done, is -> is.get() ? 1 : 0)
                .description("1 once a recovery would no longer run code for the first time")
                .register(registry);
    }

    /** After the participant was started. */
    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent event) {
        thread.start();
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        thread.interrupt();
    }

    private void run() {
        try {
            if (!training) {
                participant.awaitReady();
            }
            long began = System.nanoTime();
            int played = 0;
            for (Rehearsal rehearsal : rehearsals) {
                played += play(rehearsal) ? 1 : 0;
            }
            done.set(played > 0 && played == rehearsals.size());
            LOG.infof(
                    "rehearsed subjects=%d of=%d millis=%d",
                    played, rehearsals.size(), (System.nanoTime() - began) / 1_000_000);
        } catch (InterruptedException e) {
            LOG.debug("ends before all was rehearsed");
        }
        if (training) {
            Quarkus.asyncExit(0); // what was not rehearsed is only missing from the cache
        }
    }

    /** Returns whether it was played to its end. */
    private boolean play(Rehearsal rehearsal) throws InterruptedException {
        try {
            for (int i = 0; i < rehearsal.rounds(); i++) {
                while (participant.isRecovering()) {
                    Thread.sleep(LOOK);
                }
                rehearsal.play(i);
                Thread.sleep(REST);
            }
            return true;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            LOG.warnf(
                    e, "could not be rehearsed subject=%s", rehearsal.getClass().getSimpleName());
            return false;
        }
    }
}
