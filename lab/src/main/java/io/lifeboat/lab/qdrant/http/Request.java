package io.lifeboat.lab.qdrant.http;

import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One request as it came in. Path segments are split before they are decoded, so an encoded slash stays inside its
 * segment. {@code headers} looks a header up without regard to case.
 */
public record Request(
        String method,
        List<String> segments,
        Map<String, String> query,
        Function<String, Optional<String>> headers,
        InputStream body) {

    public static Request of(
            String method,
            String rawPath,
            String rawQuery,
            Function<String, Optional<String>> headers,
            InputStream body) {
        List<String> segments = Arrays.stream(rawPath.split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(Request::decode)
                .toList();
        return new Request(method, segments, parseQuery(rawQuery), headers, body);
    }

    public Optional<String> header(String name) {
        return headers.apply(name);
    }

    public boolean flag(String name, boolean otherwise) {
        String value = query.get(name);
        return value == null ? otherwise : Boolean.parseBoolean(value);
    }

    private static Map<String, String> parseQuery(String rawQuery) {
        Map<String, String> query = new HashMap<>();
        if (rawQuery != null) {
            for (String pair : rawQuery.split("&")) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                query.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
