package io.lifeboat.qdrant.transport;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A path below a Qdrant's address and its query, both already encoded. Immutable. */
public record ResourcePath(String path, String query) {
    public ResourcePath {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("path: expected a leading /, found " + path);
        }
    }

    /** The segments are encoded here: pass names as they are. */
    public static ResourcePath of(String... segments) {
        String path = Arrays.stream(segments).map(ResourcePath::segment).collect(Collectors.joining("/", "/", ""));
        return new ResourcePath(path, "");
    }

    public ResourcePath with(String key, Object value) {
        String pair = encoded(key) + "=" + encoded(value.toString());
        return new ResourcePath(path, query.isEmpty() ? pair : query + "&" + pair);
    }

    /** This path below an address, which may itself have a path (a gateway). */
    public URI below(URI base) {
        String prefix = base.toString();
        String root = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
        return URI.create(root + path + (query.isEmpty() ? "" : "?" + query));
    }

    private static String segment(String raw) {
        if (raw.isEmpty() || raw.equals(".") || raw.equals("..")) {
            throw new IllegalArgumentException("path segment: expected a name, found \"" + raw + "\"");
        }
        return encoded(raw);
    }

    private static String encoded(String raw) {
        return URLEncoder.encode(raw, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
