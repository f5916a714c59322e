package io.lifeboat.notifier.channel;

import io.lifeboat.notifier.message.Message;
import io.lifeboat.workspaces.config.Audience;
import io.lifeboat.workspaces.config.Channel;
import io.quarkus.arc.All;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sends a notice to several channels at once: one that fails stops none of the others. Thread-safe. */
@Singleton
public class Dispatcher implements AutoCloseable {
    private final Map<String, NoticeChannel> kinds;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Dispatcher(@All List<NoticeChannel> kinds) {
        this.kinds = kinds.stream().collect(Collectors.toMap(NoticeChannel::type, Function.identity()));
    }

    /**
     * @param key the stable key; each channel's message gets its own by the channel's id
     * @param texts what to say to whom
     */
    public Dispatch send(List<Channel> channels, Function<Audience, Message> texts, String key, Instant deadline)
            throws InterruptedException {
        List<Callable<Delivery>> tasks = channels.stream()
                .<Callable<Delivery>>map(
                        channel -> () -> deliver(channel, texts.apply(channel.audience()), key, deadline))
                .toList();
        List<Future<Delivery>> deliveries = threads.invokeAll(tasks);
        Map<String, Delivery> byChannel = new LinkedHashMap<>();
        for (int i = 0; i < deliveries.size(); i++) {
            byChannel.put(channels.get(i).id(), result(deliveries.get(i)));
        }
        return new Dispatch(byChannel);
    }

    private Delivery deliver(Channel channel, Message message, String key, Instant deadline)
            throws InterruptedException {
        NoticeChannel kind = kinds.get(channel.type());
        return kind == null
                ? new Delivery.NotSent("expected one of %s, got '%s'".formatted(kinds.keySet(), channel.type()))
                : kind.deliver(channel, message, "%s:%s".formatted(key, channel.id()), deadline);
    }

    private static Delivery result(Future<Delivery> delivery) throws InterruptedException {
        try {
            return delivery.get();
        } catch (ExecutionException e) {
            return new Delivery.NotSent("unexpected: " + e.getCause());
        }
    }

    @Override
    @PreDestroy
    public void close() {
        threads.shutdownNow();
    }
}
