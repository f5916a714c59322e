package io.lifeboat.lab.app;

import java.net.URI;
import java.time.Duration;

/**
 * How the application is started.
 *
 * @param url the workspace's public address, or a site's own for seeding
 * @param port of the application, 0 for a free one
 * @param readsPerSecond sent whether earlier ones have been answered or not
 * @param writesPerSecond one after the other
 * @param timeout of each request
 * @param dataset what it begins with
 * @param seedWithin how long it tries to have its collections in place
 */
public record AppConfig(
        URI url,
        int port,
        double readsPerSecond,
        double writesPerSecond,
        Duration timeout,
        Dataset dataset,
        Duration seedWithin) {

    private static final double MOST_PER_SECOND = 10_000;

    public AppConfig {
        if (!"http".equals(url.getScheme()) || url.getHost() == null) {
            throw new IllegalArgumentException("url: expected http://host:port, was " + url);
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port: expected 0 to 65535, was " + port);
        }
        requireRate("readsPerSecond", readsPerSecond);
        requireRate("writesPerSecond", writesPerSecond);
        if (timeout.toMillis() < 1) {
            throw new IllegalArgumentException("timeout: expected at least 1 ms, was " + timeout);
        }
    }

    /** 50 reads and 10 writes a second, 1 s a request. */
    public static AppConfig of(URI url) {
        return new AppConfig(url, 0, 50, 10, Duration.ofSeconds(1), Dataset.standard(), Duration.ofSeconds(60));
    }

    public AppConfig withDataset(Dataset other) {
        return new AppConfig(url, port, readsPerSecond, writesPerSecond, timeout, other, seedWithin);
    }

    public AppConfig withSeedWithin(Duration other) {
        return new AppConfig(url, port, readsPerSecond, writesPerSecond, timeout, dataset, other);
    }

    private static void requireRate(String name, double rate) {
        if (!(rate > 0 && rate <= MOST_PER_SECOND)) {
            throw new IllegalArgumentException(name + ": expected more than 0, at most 10000, was " + rate);
        }
    }
}
