package io.lifeboat.cli.backup;

import io.lifeboat.cli.terminal.Table;
import io.lifeboat.qdrant.snapshot.inspect.Finding;
import io.lifeboat.qdrant.snapshot.inspect.Inspection;
import io.lifeboat.qdrant.snapshot.inspect.ShardPart;
import java.util.Locale;
import java.util.OptionalLong;

/** An inspection for people. Pure. */
final class InspectionText {
    private InspectionText() {}

    static String of(Inspection file) {
        StringBuilder text = new StringBuilder();
        add(text, file);
        return text.toString();
    }

    private static void add(StringBuilder text, Inspection file) {
        text.append("%s  %s, %s  %s%n"
                .formatted(
                        file.name(),
                        file.kind().name().toLowerCase(Locale.ROOT),
                        file.bytes() == 0 ? "in it" : file.bytes() + " bytes",
                        file.verdict()));
        if (!file.sha256().isEmpty()) {
            text.append("  SHA-256 %s%n".formatted(file.sha256()));
        }
        if (!file.shards().isEmpty()) {
            Table table = new Table("  SHARD", "DATA", "SEGMENTS", "IDS", "LOG ENTRIES");
            file.shards().forEach(shard -> row(table, shard));
            text.append(table.text());
        }
        if (!file.payloadIndex().isEmpty()) {
            text.append("  payload indexes: %s%n"
                    .formatted(String.join(
                            ", ", file.payloadIndex().keySet().stream().sorted().toList())));
        }
        file.aliases().forEach((alias, collection) -> text.append("  alias %s of %s%n".formatted(alias, collection)));
        for (Finding finding : file.findings()) {
            text.append("  %s%n".formatted(finding));
        }
        file.collections().forEach(collection -> add(text, collection));
    }

    private static void row(Table table, ShardPart shard) {
        OptionalLong points = shard.points();
        table.row(
                "  " + shard.number(),
                shard.isLocal() ? "here" : "on another node",
                String.valueOf(shard.segments().size()),
                points.isPresent() ? String.valueOf(points.getAsLong()) : "not told",
                String.valueOf(shard.wal().entries()));
    }
}
