package io.lifeboat.notifier.message;

import java.util.List;

/** Builds a text line by line. Not thread-safe. */
final class Lines {
    private final StringBuilder text = new StringBuilder();

    Lines add(String name, String value) {
        text.append(name).append(": ").append(value).append('\n');
        return this;
    }

    Lines sentence(String sentence) {
        text.append(sentence).append('\n');
        return this;
    }

    Lines list(String name, List<String> items, String ifNone) {
        if (items.isEmpty()) {
            return add(name, ifNone);
        }
        text.append(name).append(":\n");
        items.forEach(item -> text.append("  - ").append(item).append('\n'));
        return this;
    }

    String text() {
        return text.toString();
    }
}
