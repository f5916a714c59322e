package io.lifeboat.qdrant.transport;

import io.lifeboat.qdrant.transport.RawAnswer.Damage;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Remembers that an answer had begun, as {@code java.net.http} forgets it when the connection ends inside a body. */
final class BoundedHandler implements BodyHandler<Gathered> {
    private record Begun(ResponseInfo head, BoundedSubscriber body) {}

    private final int maxBody;
    private final AtomicReference<Begun> begun = new AtomicReference<>();

    BoundedHandler(int maxBody) {
        this.maxBody = maxBody;
    }

    @Override
    public BodySubscriber<Gathered> apply(ResponseInfo head) {
        BoundedSubscriber body = new BoundedSubscriber(maxBody);
        begun.set(new Begun(head, body));
        return body;
    }

    /** What the failure means: a body cut short if one had begun, else no answer. */
    RawAnswer failed(Throwable failure) {
        Begun answer = begun.get();
        if (answer == null) {
            return NoAnswer.of(failure);
        }
        Optional<String> contentType = answer.head().headers().firstValue("Content-Type");
        return new RawAnswer.Broken(
                answer.head().statusCode(),
                contentType,
                Damage.CUT_SHORT,
                answer.body().soFar());
    }
}
