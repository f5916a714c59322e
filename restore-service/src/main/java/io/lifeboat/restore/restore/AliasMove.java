package io.lifeboat.restore.restore;

import java.util.List;
import java.util.Map;

/**
 * What an alias shall lead to.
 *
 * @param from what it led to before; empty where it was missing
 */
public record AliasMove(String alias, String from, String to) {

    /** @param back whether aliases shall lead again to what they led to before; those that led nowhere stay as they are */
    public static List<AliasMove> of(List<RestoredCollections.Entry> restored, boolean back) {
        return restored.stream()
                .flatMap(entry -> entry.aliases().stream()
                        .map(alias -> new AliasMove(alias, entry.was().getOrDefault(alias, ""), entry.restored())))
                .filter(move -> !back || !move.from().isEmpty())
                .map(move -> back ? new AliasMove(move.alias(), move.to(), move.from()) : move)
                .toList();
    }

    public Map<String, Object> toMap() {
        return Map.of("alias", alias, "from", from, "to", to);
    }
}
