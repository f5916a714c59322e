package io.lifeboat.lab.qdrant.http;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One method and path template, what key it needs, and what it does to data. */
public record Route(String method, String template, List<String> parts, Access access, Effect effect, Handler handler) {

    /** Who may call. */
    public enum Access {
        /** Answered without any key. */
        OPEN,
        /** A read-only key is enough. */
        READ,
        /** Needs the admin key. */
        MANAGE,
        /** Needs the admin key, and says so in plain text before the body is read (uploads). */
        MANAGE_PLAIN
    }

    /** What the call does to collections; the fence and the read-only fault stop {@link #WRITE} only. */
    public enum Effect {
        READ,
        WRITE,
        SEARCH
    }

    public static Route of(String method, String template, Access access, Effect effect, Handler handler) {
        List<String> parts = Arrays.stream(template.split("/"))
                .filter(part -> !part.isEmpty())
                .toList();
        return new Route(method, template, parts, access, effect, handler);
    }

    public static Route open(String template, Handler handler) {
        return of("GET", template, Access.OPEN, Effect.READ, handler);
    }

    public static Route read(String method, String template, Handler handler) {
        return of(method, template, Access.READ, Effect.READ, handler);
    }

    public static Route search(String template, Handler handler) {
        return of("POST", template, Access.READ, Effect.SEARCH, handler);
    }

    public static Route write(String method, String template, Handler handler) {
        return of(method, template, Access.MANAGE, Effect.WRITE, handler);
    }

    /** Needs the admin key but leaves the collections' data alone: making and deleting snapshot files. */
    public static Route manage(String method, String template, Handler handler) {
        return of(method, template, Access.MANAGE, Effect.READ, handler);
    }

    Optional<Call> match(Request request) {
        if (!method.equals(request.method())
                || parts.size() != request.segments().size()) {
            return Optional.empty();
        }
        Map<String, String> params = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            String segment = request.segments().get(i);
            if (part.startsWith("{")) {
                params.put(part.substring(1, part.length() - 1), segment);
            } else if (!part.equals(segment)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Call(request, params));
    }
}
