package io.lifeboat.lab.qdrant.service;

import io.lifeboat.lab.qdrant.http.Answer;
import io.lifeboat.lab.qdrant.http.Envelope;
import io.lifeboat.lab.qdrant.http.Reply;
import io.lifeboat.lab.qdrant.http.Request;
import io.lifeboat.lab.qdrant.http.Router;
import java.util.function.Function;

/** The way of a request on the admin port: to its handler, with errors in the same form as on the data port. */
public final class AdminFrontend implements Function<Request, Reply> {
    private final Router router;

    public AdminFrontend(Router router) {
        this.router = router;
    }

    @Override
    public Reply apply(Request request) {
        long started = System.nanoTime();
        Answer answer = router.find(request).map(Envelope::answer).orElseGet(() -> new Answer.Empty(404));
        return Envelope.wrap(request, answer, System.nanoTime() - started);
    }
}
