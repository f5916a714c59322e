package io.lifeboat.lab.qdrant.service;

import io.lifeboat.lab.qdrant.http.Answer;
import io.lifeboat.lab.qdrant.http.Envelope;
import io.lifeboat.lab.qdrant.http.QdrantError;
import io.lifeboat.lab.qdrant.http.Reply;
import io.lifeboat.lab.qdrant.http.Request;
import io.lifeboat.lab.qdrant.http.Router;
import java.io.IOException;
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
        Answer answer = router.find(request).map(AdminFrontend::handled).orElseGet(() -> new Answer.Empty(404));
        return Envelope.wrap(request, answer, System.nanoTime() - started);
    }

    private static Answer handled(Router.Match match) {
        try {
            return match.route().handler().handle(match.call());
        } catch (QdrantError error) {
            return Envelope.of(error);
        } catch (IOException error) {
            return Envelope.of(QdrantError.internal("File IO error: " + error.getMessage()));
        }
    }
}
