package io.lifeboat.restore.restore;

import jakarta.inject.Singleton;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;

/** Contents that servers may pull from this process: by a token that nobody can guess, that is good once. Thread-safe. */
@Singleton
public class Pulls {
    private static final int TOKEN_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Pull> waiting = new ConcurrentHashMap<>();

    /**
     * What is offered until it is closed.
     *
     * @param path beneath the address of this service, with the token in it: a secret while the offer stands
     */
    public record Offer(Pulls pulls, String token, Pull pull, String path) implements AutoCloseable {
        public URI under(URI address) {
            String base = address.toString();
            return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
        }

        @Override
        public void close() {
            pulls.waiting.remove(token);
            pull.close();
        }
    }

    /** @param progress is told the bytes sent so far, often */
    public Offer offer(Content content, LongConsumer progress) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        Pull pull = new Pull(content, progress);
        waiting.put(token, pull);
        return new Offer(this, token, pull, "/pull/" + token + "/content.snapshot");
    }

    /** The content of a token, for the first who asks. */
    public Optional<Pull> take(String token) {
        return Optional.ofNullable(waiting.get(token)).filter(Pull::take);
    }
}
