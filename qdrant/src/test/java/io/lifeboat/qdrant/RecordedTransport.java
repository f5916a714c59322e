package io.lifeboat.qdrant;

import io.lifeboat.qdrant.transport.QdrantRequest;
import io.lifeboat.qdrant.transport.QdrantTransport;
import io.lifeboat.qdrant.transport.RawAnswer;
import java.util.ArrayList;
import java.util.List;

/** Answers every request with what was given, and remembers what was asked. */
public final class RecordedTransport implements QdrantTransport {
    private final RawAnswer answer;
    private final List<QdrantRequest> requests = new ArrayList<>();

    public RecordedTransport(RawAnswer answer) {
        this.answer = answer;
    }

    @Override
    public RawAnswer exchange(QdrantRequest request) {
        requests.add(request);
        return answer;
    }

    /** The only request, as method, path, query and body. */
    public String asked() {
        if (requests.size() != 1) {
            throw new AssertionError("expected one request, found " + requests);
        }
        QdrantRequest request = requests.get(0);
        String query =
                request.path().query().isEmpty() ? "" : "?" + request.path().query();
        String body = request.body().isEmpty() ? "" : " " + request.body().text();
        return request.method() + " " + request.path().path() + query + body;
    }
}
