package io.lifeboat.lab.qdrant.service;

import io.lifeboat.lab.qdrant.fault.Fence;
import io.lifeboat.lab.qdrant.fault.WireFaults;
import io.lifeboat.lab.qdrant.http.Answer;
import io.lifeboat.lab.qdrant.http.Envelope;
import io.lifeboat.lab.qdrant.http.QdrantError;
import io.lifeboat.lab.qdrant.http.Reply;
import io.lifeboat.lab.qdrant.http.Request;
import io.lifeboat.lab.qdrant.http.Route;
import io.lifeboat.lab.qdrant.http.Router;
import io.lifeboat.lab.qdrant.store.Storage;
import java.util.Optional;
import java.util.function.Function;

/** The way of a request: faults, keys, fence, handler, envelope. Thread-safe. */
public final class Frontend implements Function<Request, Reply> {
    private final Router router;
    private final Keys keys;
    private final Fence fence;
    private final WireFaults faults;
    private final RequestCounts counts;
    private final Storage storage;

    public Frontend(Router router, Keys keys, Fence fence, WireFaults faults, RequestCounts counts, Storage storage) {
        this.router = router;
        this.keys = keys;
        this.fence = fence;
        this.faults = faults;
        this.counts = counts;
        this.storage = storage;
    }

    @Override
    public Reply apply(Request request) {
        long started = System.nanoTime();
        Optional<Router.Match> match = router.find(request);
        Optional<String> collection = match.flatMap(
                        found -> Optional.ofNullable(found.call().params().get("collection_name")))
                .map(storage::resolve);
        Optional<Reply> instead = faults.before(collection);
        if (instead.isPresent()) {
            return instead.get();
        }
        Answer answer = answer(request, match, collection);
        match.ifPresent(found ->
                counts.count(request.method(), found.route().template(), answer.status(), collection.orElse("")));
        return faults.after(Envelope.wrap(request, answer, System.nanoTime() - started), collection);
    }

    private Answer answer(Request request, Optional<Router.Match> match, Optional<String> collection) {
        Optional<Answer> refusal = keys.refusal(request, match.map(Router.Match::route));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return match.map(found -> handled(found, collection)).orElseGet(() -> new Answer.Empty(404));
    }

    private Answer handled(Router.Match match, Optional<String> collection) {
        Route route = match.route();
        try {
            collection.ifPresent(Frontend::mustBeName);
            fence.check(route);
            faults.onRoute(route, collection);
        } catch (QdrantError refusal) {
            return Envelope.of(refusal);
        }
        return Envelope.answer(match);
    }

    private static void mustBeName(String collection) {
        if (collection.contains("/") || collection.contains("\0")) {
            String forbidden = collection.contains("/") ? "/" : "\\0";
            throw QdrantError.invalid(
                    "path parameters", "collection_name: collection name cannot contain \"" + forbidden + "\" char");
        }
        if (collection.length() > 255 || collection.equals(".") || collection.equals("..")) {
            throw QdrantError.invalid("path parameters", "collection_name: value \"" + collection + "\" invalid");
        }
    }
}
