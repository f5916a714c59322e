package io.lifeboat.detector.probe.http;

import io.lifeboat.detector.probe.Deadline;
import io.lifeboat.detector.probe.Probe;
import io.lifeboat.detector.probe.ProbeResult;
import io.lifeboat.detector.probe.ProbeTarget;
import io.vertx.core.Future;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Asks an application's declared endpoint for its declared status. */
@Singleton
public final class ApplicationProbe implements Probe {
    private final HttpAsker asker;

    @Inject
    public ApplicationProbe(HttpAsker asker) {
        this.asker = asker;
    }

    @Override
    public String name() {
        return "application";
    }

    @Override
    public boolean suits(ProbeTarget target) {
        return target instanceof ProbeTarget.Application;
    }

    @Override
    public Future<ProbeResult> run(ProbeTarget target, Deadline deadline) {
        if (!(target instanceof ProbeTarget.Application application)) {
            throw new IllegalArgumentException("target: expected an application, got " + target);
        }
        Stopwatch watch = Stopwatch.start();
        HttpQuestion question = HttpQuestion.get(application.address(), deadline.next(), HttpQuestion.MOST_BODY);
        StatusJudge judge = new StatusJudge(
                question.shown() + " at " + target.where(),
                Integer.toString(application.status()),
                status -> status == application.status());
        return asker.ask(question).map(raw -> judge.judge(raw, watch.elapsed()));
    }
}
