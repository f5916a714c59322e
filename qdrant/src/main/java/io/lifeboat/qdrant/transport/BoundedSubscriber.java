package io.lifeboat.qdrant.transport;

import io.lifeboat.qdrant.transport.RawAnswer.Damage;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Gathers a body up to its bound. Past it the connection is given up, so that the rest is not even received. */
final class BoundedSubscriber implements BodySubscriber<Gathered> {
    private final int maxBody;
    private final CompletableFuture<Gathered> result = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private @Nullable Subscription subscription;

    BoundedSubscriber(int maxBody) {
        this.maxBody = maxBody;
    }

    @Override
    public CompletionStage<Gathered> getBody() {
        return result;
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        buffers.forEach(this::take);
    }

    private synchronized void take(ByteBuffer buffer) {
        int room = maxBody - bytes.size();
        byte[] part = new byte[Math.min(room, buffer.remaining())];
        buffer.get(part);
        bytes.writeBytes(part);
        if (buffer.hasRemaining()) {
            finish(Optional.of(Damage.TOO_LARGE));
            if (subscription != null) {
                subscription.cancel();
            }
        }
    }

    @Override
    public void onError(Throwable failure) {
        finish(Optional.of(Damage.CUT_SHORT));
    }

    @Override
    public void onComplete() {
        finish(Optional.empty());
    }

    synchronized Body soFar() {
        return Body.of(bytes.toByteArray());
    }

    private void finish(Optional<Damage> damage) {
        if (!result.isDone()) {
            result.complete(new Gathered(soFar(), damage));
        }
    }
}
