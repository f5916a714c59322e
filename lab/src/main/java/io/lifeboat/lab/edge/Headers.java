package io.lifeboat.lab.edge;

import io.vertx.core.MultiMap;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Copies the headers that are meant for the other end, and leaves those of the one connection (RFC 9110, 7.6.1). */
final class Headers {

    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "expect",
            "host");

    private Headers() {}

    static void copy(MultiMap from, MultiMap to) {
        Set<String> left = new HashSet<>(OF_THE_CONNECTION);
        for (String named : from.getAll("connection")) {
            Arrays.stream(named.split(","))
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .forEach(left::add);
        }
        from.forEach(header -> {
            if (!left.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                to.add(header.getKey(), header.getValue());
            }
        });
    }
}
