package io.lifeboat.qdrant.digest;

import io.lifeboat.qdrant.point.PointCalls;
import io.lifeboat.qdrant.point.ScrollRequest;
import io.lifeboat.qdrant.transport.RawAnswer;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the next page while the caller still digests this one. Where the next page begins is guessed from the end of
 * this one; a page fetched on a wrong guess is thrown away, so the guess decides speed alone. Holds two pages at most.
 * Not thread-safe.
 */
final class PageSource implements AutoCloseable {
    private record Ahead(ScrollRequest request, FutureTask<RawAnswer> answer) {}

    private final PointCalls points;
    private @Nullable Ahead ahead;

    PageSource(PointCalls points) {
        this.points = points;
    }

    RawAnswer page(ScrollRequest request) throws InterruptedException {
        RawAnswer page = take(request);
        if (page instanceof RawAnswer.Whole whole && whole.status() == 200) {
            NextOffset.guess(whole.body()).ifPresent(next -> fetchAhead(request.from(next)));
        }
        return page;
    }

    private RawAnswer take(ScrollRequest request) throws InterruptedException {
        Ahead fetched = ahead;
        if (fetched == null || !fetched.request().equals(request)) {
            close();
            return points.scrollRaw(request);
        }
        try {
            return fetched.answer().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a transport threw instead of answering", e.getCause());
        } finally {
            close();
        }
    }

    private void fetchAhead(ScrollRequest request) {
        FutureTask<RawAnswer> answer = new FutureTask<>(() -> points.scrollRaw(request));
        ahead = new Ahead(request, answer);
        Thread.ofVirtual().name("digest-page-ahead").start(answer);
    }

    /** Gives up what is under way. */
    @Override
    public void close() {
        if (ahead != null) {
            ahead.answer().cancel(true);
            ahead = null;
        }
    }
}
