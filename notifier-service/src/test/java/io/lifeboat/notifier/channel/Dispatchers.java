package io.lifeboat.notifier.channel;

import java.util.List;

/** A dispatcher without a container. */
public final class Dispatchers {
    private Dispatchers() {}

    public static Dispatcher of(NoticeChannel... kinds) {
        return new Dispatcher(List.of(kinds));
    }
}
