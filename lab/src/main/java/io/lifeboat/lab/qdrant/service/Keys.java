package io.lifeboat.lab.qdrant.service;

import io.lifeboat.lab.qdrant.http.Answer;
import io.lifeboat.lab.qdrant.http.QdrantError;
import io.lifeboat.lab.qdrant.http.Request;
import io.lifeboat.lab.qdrant.http.Route;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Who may call what. Without any key everything is open. The texts and forms are those of case 02: a refusal by the
 * middleware is plain text without a content type, one by a handler is in the envelope.
 */
public record Keys(Optional<String> admin, Optional<String> readOnly) {
    private static final String MISSING = "Must provide an API key or an Authorization bearer token";
    private static final String WRONG = "Invalid API key or JWT";
    private static final String BEARER = "Bearer ";

    public static Keys none() {
        return new Keys(Optional.empty(), Optional.empty());
    }

    /** Never shows a key. */
    @Override
    public String toString() {
        return "Keys[admin=" + admin.isPresent() + ", readOnly=" + readOnly.isPresent() + "]";
    }

    /** The refusal of a request, if it has to be refused; an unknown route needs a key, too. */
    Optional<Answer> refusal(Request request, Optional<Route> route) {
        boolean open = route.filter(one -> one.access() == Route.Access.OPEN).isPresent();
        if (open || (admin.isEmpty() && readOnly.isEmpty())) {
            return Optional.empty();
        }
        Optional<String> sent = sent(request);
        if (sent.isEmpty()) {
            return Optional.of(new Answer.Text(401, MISSING, false));
        }
        if (same(sent.get(), admin)) {
            return Optional.empty();
        }
        return same(sent.get(), readOnly) ? readerRefusal(route) : Optional.of(new Answer.Text(401, WRONG, false));
    }

    private static Optional<Answer> readerRefusal(Optional<Route> route) {
        QdrantError refusal = QdrantError.forbidden("Global manage access is required");
        return route.flatMap(one -> switch (one.access()) {
            case OPEN, READ -> Optional.empty();
            case MANAGE -> Optional.of(io.lifeboat.lab.qdrant.http.Envelope.of(refusal));
            case MANAGE_PLAIN -> Optional.of(io.lifeboat.lab.qdrant.http.Envelope.of(refusal.asPlainText()));
        });
    }

    private static Optional<String> sent(Request request) {
        return request.header("api-key")
                .or(() -> request.header("Authorization")
                        .filter(value -> value.startsWith(BEARER))
                        .map(value -> value.substring(BEARER.length())));
    }

    private static boolean same(String sent, Optional<String> key) {
        return key.isPresent()
                && MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.UTF_8), key.get().getBytes(StandardCharsets.UTF_8));
    }
}
