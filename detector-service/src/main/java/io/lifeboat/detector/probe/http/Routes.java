package io.lifeboat.detector.probe.http;

import io.lifeboat.detector.probe.Addresses;
import io.lifeboat.qdrant.transport.Method;
import io.lifeboat.qdrant.transport.ResourcePath;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Where requests go, made once for each place: a target is asked the same again and again, and taking addresses apart was a
 * good part of what that cost. Keeps those used last. Belongs to one event loop.
 */
final class Routes {
    private static final int MOST = 16_384;

    private record Place(URI base, ResourcePath path) {}

    private record Route(Method method, URI uri) {}

    private final Map<Place, URI> places = new Latest<>();
    private final Map<Route, RequestOptions> routes = new Latest<>();

    /** A path below an address. */
    URI below(URI base, ResourcePath path) {
        return known(places, new Place(base, path), place -> place.path().below(place.base()));
    }

    /** For Vert.x's client, which only reads them. */
    RequestOptions options(Method method, URI uri) {
        return known(routes, new Route(method, uri), Routes::options);
    }

    private static <K, V> V known(Map<K, V> map, K key, Function<K, V> make) {
        V found = map.get(key);
        if (found == null) {
            found = make.apply(key);
            map.put(key, found);
        }
        return found;
    }

    private static RequestOptions options(Route route) {
        URI uri = route.uri();
        String query = uri.getRawQuery();
        String path = uri.getRawPath();
        int port = Addresses.port(uri);
        return new RequestOptions()
                .setMethod(HttpMethod.valueOf(route.method().name()))
                .setServer(SocketAddress.inetSocketAddress(port, uri.getHost()))
                .setHost(uri.getHost())
                .setPort(port)
                .setSsl("https".equals(uri.getScheme()))
                .setURI((path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query));
    }

    /** Bounded, so that names that come and go do not fill the memory. */
    private static final class Latest<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;

        Latest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MOST;
        }
    }
}
