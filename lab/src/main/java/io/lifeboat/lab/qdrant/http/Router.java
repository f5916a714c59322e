package io.lifeboat.lab.qdrant.http;

import java.util.List;
import java.util.Optional;

/** Finds the route of a request; literal paths are listed before those with parameters. Immutable. */
public final class Router {
    private final List<Route> routes;

    public Router(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /** A route with the call it makes of the request. */
    public record Match(Route route, Call call) {}

    /** Empty for an unknown path and for a known path with another method: Qdrant answers 404 to both. */
    public Optional<Match> find(Request request) {
        for (Route route : routes) {
            Optional<Call> call = route.match(request);
            if (call.isPresent()) {
                return Optional.of(new Match(route, call.get()));
            }
        }
        return Optional.empty();
    }
}
