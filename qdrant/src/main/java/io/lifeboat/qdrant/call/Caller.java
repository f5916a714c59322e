package io.lifeboat.qdrant.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.answer.AnswerParser;
import io.lifeboat.qdrant.answer.QdrantJson;
import io.lifeboat.qdrant.answer.ResultReader;
import io.lifeboat.qdrant.transport.Body;
import io.lifeboat.qdrant.transport.Method;
import io.lifeboat.qdrant.transport.QdrantRequest;
import io.lifeboat.qdrant.transport.QdrantTransport;
import io.lifeboat.qdrant.transport.RawAnswer;
import io.lifeboat.qdrant.transport.ResourcePath;

/** Calls one endpoint and judges what comes back. As thread-safe as its transport. */
public record Caller(QdrantTransport transport, Endpoint endpoint) {

    public <T> Answer<T> get(ResourcePath path, ResultReader<T> reader) throws InterruptedException {
        return AnswerParser.envelope(raw(Method.GET, path, Body.EMPTY), reader);
    }

    public <T> Answer<T> delete(ResourcePath path, ResultReader<T> reader) throws InterruptedException {
        return AnswerParser.envelope(raw(Method.DELETE, path, Body.EMPTY), reader);
    }

    public <T> Answer<T> put(ResourcePath path, JsonNode body, ResultReader<T> reader) throws InterruptedException {
        return AnswerParser.envelope(raw(Method.PUT, path, QdrantJson.body(body)), reader);
    }

    public <T> Answer<T> patch(ResourcePath path, JsonNode body, ResultReader<T> reader) throws InterruptedException {
        return AnswerParser.envelope(raw(Method.PATCH, path, QdrantJson.body(body)), reader);
    }

    /** For calls that may answer with nothing where true is meant. */
    public Answer<Boolean> putAcknowledged(ResourcePath path, JsonNode body) throws InterruptedException {
        return AnswerParser.acknowledged(raw(Method.PUT, path, QdrantJson.body(body)));
    }

    public <T> Answer<T> post(ResourcePath path, JsonNode body, ResultReader<T> reader) throws InterruptedException {
        return AnswerParser.envelope(raw(Method.POST, path, QdrantJson.body(body)), reader);
    }

    /** For answers without an envelope. */
    public <T> Answer<T> document(ResourcePath path, ResultReader<T> reader) throws InterruptedException {
        return AnswerParser.document(raw(Method.GET, path, Body.EMPTY), reader);
    }

    /** For answers in plain text. */
    public Answer<String> text(ResourcePath path) throws InterruptedException {
        return AnswerParser.text(raw(Method.GET, path, Body.EMPTY));
    }

    /** For those who judge the answer later, by {@link AnswerParser}. */
    public RawAnswer postRaw(ResourcePath path, JsonNode body) throws InterruptedException {
        return raw(Method.POST, path, QdrantJson.body(body));
    }

    private RawAnswer raw(Method method, ResourcePath path, Body body) throws InterruptedException {
        return transport.exchange(new QdrantRequest(
                method, endpoint.address(), path, body, endpoint.apiKey(), endpoint.timeout(), endpoint.maxBody()));
    }
}
