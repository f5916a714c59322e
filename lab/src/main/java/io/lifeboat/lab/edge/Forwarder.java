package io.lifeboat.lab.edge;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sends each request to the current target, and says when a write may be acknowledged. Confined to the edge's event loop: that is
 * what makes "is this still the target? then answer" one step, with no switch between.
 */
final class Forwarder implements Handler<HttpServerRequest> {

    private final Vertx vertx;
    private final EdgeConfig config;
    private final Optional<Mirror> mirror;
    private final List<Runnable> waiting = new ArrayList<>();
    private Traffic traffic;
    private Site site;
    private boolean held;

    Forwarder(Vertx vertx, EdgeConfig config, Traffic traffic, Optional<Mirror> mirror) {
        this.vertx = vertx;
        this.config = config;
        this.mirror = mirror;
        this.traffic = traffic;
        this.site = new Site(vertx, traffic.target(), config);
    }

    @Override
    public void handle(HttpServerRequest request) {
        new Exchange(vertx, config, this, site, request).start();
    }

    Traffic traffic() {
        return traffic;
    }

    Site site() {
        return site;
    }

    /** The mirror, if writes accepted by this site are to be copied. */
    Optional<Mirror> mirrorOf(Site accepting) {
        return mirror.filter(copying -> copying.copies(accepting.target()));
    }

    /** Runs {@code yes} if the site that accepted a write is the target still, else {@code no}; while a switch is being stored, after it. */
    void acknowledge(Site accepting, Runnable yes, Runnable no) {
        if (held) {
            waiting.add(() -> acknowledge(accepting, yes, no));
        } else if (accepting == site) {
            yes.run();
        } else {
            no.run();
        }
    }

    void hold() {
        held = true;
    }

    void release() {
        held = false;
        List<Runnable> due = List.copyOf(waiting);
        waiting.clear();
        due.forEach(Runnable::run);
    }

    void move(Traffic wanted) {
        traffic = wanted;
        if (!wanted.target().equals(site.target())) {
            Site left = site;
            site = new Site(vertx, wanted.target(), config);
            left.leave();
        }
        release();
    }
}
