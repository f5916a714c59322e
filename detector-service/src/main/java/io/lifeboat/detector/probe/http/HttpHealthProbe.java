package io.lifeboat.detector.probe.http;

import io.lifeboat.detector.probe.Deadline;
import io.lifeboat.detector.probe.Probe;
import io.lifeboat.detector.probe.ProbeResult;
import io.lifeboat.detector.probe.ProbeTarget;
import io.lifeboat.qdrant.transport.ResourcePath;
import io.vertx.core.Future;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;

/**
 * Asks for health by HTTP: {@code /healthz} of a Qdrant node, which needs no key, and the very address of a control
 * target. Any 2xx is good.
 */
@Singleton
public final class HttpHealthProbe implements Probe {
    private static final ResourcePath HEALTHZ = ResourcePath.of("healthz");

    private final HttpAsker asker;

    @Inject
    public HttpHealthProbe(HttpAsker asker) {
        this.asker = asker;
    }

    @Override
    public String name() {
        return "http-health";
    }

    @Override
    public boolean suits(ProbeTarget target) {
        return switch (target) {
            case ProbeTarget.QdrantNode node -> true;
            case ProbeTarget.Application application -> false;
            case ProbeTarget.Control control -> !control.address().getScheme().equals("tcp");
        };
    }

    @Override
    public Future<ProbeResult> run(ProbeTarget target, Deadline deadline) {
        Stopwatch watch = Stopwatch.start();
        HttpQuestion question = HttpQuestion.get(address(target), deadline.next(), HttpQuestion.SMALL_BODY);
        StatusJudge judge = new StatusJudge(
                question.shown() + " at " + target.where(), "2xx", status -> status >= 200 && status < 300);
        return asker.ask(question).map(raw -> judge.judge(raw, watch.elapsed()));
    }

    private URI address(ProbeTarget target) {
        return target instanceof ProbeTarget.QdrantNode node ? asker.below(node.address(), HEALTHZ) : target.address();
    }
}
