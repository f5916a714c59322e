package io.lifeboat.detector.probe.qdrant;

import io.lifeboat.detector.probe.Deadline;
import io.lifeboat.detector.probe.Probe;
import io.lifeboat.detector.probe.ProbeResult;
import io.lifeboat.detector.probe.ProbeTarget;
import io.lifeboat.detector.probe.Reason;
import io.lifeboat.detector.probe.http.HttpAsker;
import io.lifeboat.detector.probe.http.Judge;
import io.lifeboat.detector.probe.http.Stopwatch;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.answer.AnswerParser;
import io.lifeboat.qdrant.answer.RefusalKind;
import io.lifeboat.qdrant.answer.ResultReader;
import io.lifeboat.qdrant.service.ServiceInfo;
import io.lifeboat.qdrant.transport.ResourcePath;
import io.vertx.core.Future;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;

/**
 * Asks a node who it is ({@code GET /}) and whether it is ready ({@code GET /readyz}). The latter is sticky: once good it
 * stays good whatever happens to the data, so it tells of a start that has not ended and of nothing else (contract,
 * cases 01 and 24).
 */
@Singleton
public final class QdrantServiceProbe implements Probe {
    private static final ResourcePath READYZ = ResourcePath.of("readyz");
    private static final ResultReader<ServiceInfo> INFO = ResultReader.ofFields(ServiceInfo::read);

    private final HttpAsker asker;

    @Inject
    public QdrantServiceProbe(HttpAsker asker) {
        this.asker = asker;
    }

    @Override
    public String name() {
        return "qdrant-service";
    }

    @Override
    public boolean suits(ProbeTarget target) {
        return target instanceof ProbeTarget.QdrantNode;
    }

    @Override
    public Future<ProbeResult> run(ProbeTarget target, Deadline deadline) {
        Stopwatch watch = Stopwatch.start();
        NodeCalls calls = NodeCalls.to(asker, target, deadline);
        return calls.open(new ResourcePath("/", ""))
                .map(raw -> AnswerParser.document(raw, INFO))
                .compose(answer -> introduced(calls, answer, watch));
    }

    private static Future<ProbeResult> introduced(NodeCalls calls, Answer<ServiceInfo> answer, Stopwatch watch) {
        return switch (answer) {
            case Answer.Ok<ServiceInfo> ok -> named(calls, ok.result(), watch);
            case Answer.Accepted<ServiceInfo> accepted ->
                Future.succeededFuture(
                        ProbeResult.degraded(Reason.GARBAGE, calls.asked("GET /") + " answered 202", watch.elapsed()));
            case Answer.Failure<ServiceInfo> failure ->
                Future.succeededFuture(Judge.failure(calls.asked("GET /"), failure, watch.elapsed()));
        };
    }

    private static Future<ProbeResult> named(NodeCalls calls, ServiceInfo info, Stopwatch watch) {
        if (!info.title().toLowerCase(Locale.ROOT).contains("qdrant")) {
            String evidence = "%s answered as '%s', expected a Qdrant".formatted(calls.asked("GET /"), info.title());
            return Future.succeededFuture(ProbeResult.degraded(Reason.GARBAGE, evidence, watch.elapsed()));
        }
        return calls.open(READYZ).map(AnswerParser::text).map(answer -> ready(calls, info, answer, watch));
    }

    private static ProbeResult ready(NodeCalls calls, ServiceInfo info, Answer<String> answer, Stopwatch watch) {
        String asked = calls.asked("GET /readyz");
        return switch (answer) {
            case Answer.Ok<String> ok -> good(calls, info, watch);
            case Answer.Accepted<String> accepted -> good(calls, info, watch);
            case Answer.Refused<String> refused
            when refused.kind() == RefusalKind.UNAVAILABLE ->
                ProbeResult.degraded(
                        Reason.NOT_READY, "%s: not ready: %s".formatted(asked, refused.message()), watch.elapsed());
            case Answer.Failure<String> failure -> Judge.failure(asked, failure, watch.elapsed());
        };
    }

    private static ProbeResult good(NodeCalls calls, ServiceInfo info, Stopwatch watch) {
        return ProbeResult.up(
                "Qdrant %s at %s is ready"
                        .formatted(info.version(), calls.node().where()),
                watch.elapsed());
    }
}
