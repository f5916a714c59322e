package io.lifeboat.detector.probe.qdrant;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.detector.probe.Deadline;
import io.lifeboat.detector.probe.ProbeTarget;
import io.lifeboat.detector.probe.http.HttpAsker;
import io.lifeboat.detector.probe.http.HttpQuestion;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.answer.AnswerParser;
import io.lifeboat.qdrant.answer.QdrantJson;
import io.lifeboat.qdrant.answer.ResultReader;
import io.lifeboat.qdrant.transport.Body;
import io.lifeboat.qdrant.transport.Method;
import io.lifeboat.qdrant.transport.RawAnswer;
import io.lifeboat.qdrant.transport.ResourcePath;
import io.vertx.core.Future;

/** Calls to one Qdrant node within one run of a probe, judged by the contract. */
record NodeCalls(HttpAsker asker, ProbeTarget.QdrantNode node, Deadline deadline) {

    static NodeCalls to(HttpAsker asker, ProbeTarget target, Deadline deadline) {
        if (target instanceof ProbeTarget.QdrantNode node) {
            return new NodeCalls(asker, node, deadline);
        }
        throw new IllegalArgumentException("target: expected a Qdrant node, got " + target);
    }

    /** An answer in the envelope; the key is sent. */
    <T> Future<Answer<T>> get(ResourcePath path, ResultReader<T> reader) {
        return keyed(Method.GET, path, Body.EMPTY).map(raw -> AnswerParser.envelope(raw, reader));
    }

    /** A question with a body; the key is sent. */
    <T> Future<Answer<T>> post(ResourcePath path, JsonNode body, ResultReader<T> reader) {
        return post(path, QdrantJson.body(body), reader);
    }

    /** The same with a body that was made before. */
    <T> Future<Answer<T>> post(ResourcePath path, Body body, ResultReader<T> reader) {
        return keyed(Method.POST, path, body).map(raw -> AnswerParser.envelope(raw, reader));
    }

    /** What needs no key gets none. */
    Future<RawAnswer> open(ResourcePath path) {
        return asker.ask(HttpQuestion.get(asker.below(node.address(), path), deadline.next(), HttpQuestion.MOST_BODY));
    }

    /** As the beginning of a sentence. */
    String asked(String call) {
        return call + " at " + node.where();
    }

    private Future<RawAnswer> keyed(Method method, ResourcePath path, Body body) {
        return asker.ask(new HttpQuestion(
                method,
                asker.below(node.address(), path),
                body,
                node.apiKey(),
                deadline.next(),
                HttpQuestion.MOST_BODY));
    }
}
