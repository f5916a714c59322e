package io.lifeboat.lab.http;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One method and path and what answers it.
 *
 * @param method upper case
 * @param path such as {@code /processes/{name}/kill}
 */
public record Route(String method, String path, Call.Handler handler) {

    public Route {
        if (!method.equals(method.toUpperCase(java.util.Locale.ROOT)) || method.isBlank()) {
            throw new IllegalArgumentException("method: expected upper case, was '" + method + "'");
        }
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("path: expected to begin with /, was '" + path + "'");
        }
    }

    public static Route get(String path, Call.Handler handler) {
        return new Route("GET", path, handler);
    }

    public static Route post(String path, Call.Handler handler) {
        return new Route("POST", path, handler);
    }

    /** The placeholders' values if the asked path has this route's form. */
    Optional<Map<String, String>> match(String asked) {
        String[] mine = path.split("/", -1);
        String[] theirs = asked.split("/", -1);
        if (mine.length != theirs.length) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < mine.length; i++) {
            if (mine[i].startsWith("{") && !theirs[i].isEmpty()) {
                values.put(mine[i].substring(1, mine[i].length() - 1), theirs[i]);
            } else if (!mine[i].equals(theirs[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }
}
