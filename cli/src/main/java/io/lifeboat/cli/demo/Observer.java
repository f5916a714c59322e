package io.lifeboat.cli.demo;

import io.lifeboat.cli.lab.LabHttp;
import io.lifeboat.cli.lab.LabProcess;
import io.lifeboat.cli.lab.LabShape;
import io.lifeboat.cli.lab.RunningLab;
import io.lifeboat.cli.log.LiveLog;
import io.lifeboat.saga.kafka.KafkaSettings;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks at a lab from outside: its supervisor, its log, its application. Not thread-safe. */
final class Observer implements AutoCloseable {
    private final RunningLab lab;
    private final Recording recording;
    private final LabHttp http = new LabHttp();
    private Optional<LiveLog> log = Optional.empty();

    Observer(RunningLab lab, Recording recording) {
        this.lab = lab;
        this.recording = recording;
    }

    Observation look() throws IOException, InterruptedException {
        List<LabProcess> processes = lab.processes();
        if (log.isEmpty() && isReady(processes, LabShape.KAFKA)) {
            KafkaSettings kafka = KafkaSettings.lab(lab.info().ports().bootstrap());
            log = Optional.of(LiveLog.open(kafka, recording::see));
        }
        Optional<UserStats> users = isReady(processes, LabShape.APP) ? users() : Optional.empty();
        return new Observation(Instant.now(), processes, log.map(LiveLog::state), users);
    }

    private static boolean isReady(List<LabProcess> processes, String name) {
        return processes.stream().anyMatch(process -> process.name().equals(name) && process.isReady());
    }

    /** What the application says; nothing if it does not answer just now. */
    Optional<UserStats> users() throws InterruptedException {
        try {
            return Optional.of(UserStats.of(
                    http.get("http://127.0.0.1:" + lab.info().ports().app() + "/stats"), Instant.now()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    Aftermath aftermath(UserStats before, Instant faultAt) throws IOException, InterruptedException {
        return Aftermath.of(http, lab.info().ports(), before, faultAt);
    }

    @Override
    public void close() {
        log.ifPresent(LiveLog::close);
        http.close();
    }
}
