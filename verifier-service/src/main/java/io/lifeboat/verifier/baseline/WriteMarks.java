package io.lifeboat.verifier.baseline;

import io.lifeboat.events.id.SiteId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How far each site had applied operations to one collection. Marks of two sites cannot be compared, but a site's mark that
 * has not moved says that nothing was written there.
 *
 * @param bySite a site's shards as {@code node.shard:operation}, comma separated; sites that did not tell are missing
 */
public record WriteMarks(Map<SiteId, String> bySite) {

    public WriteMarks {
        bySite = Map.copyOf(bySite);
    }

    public Optional<String> of(SiteId site) {
        return Optional.ofNullable(bySite.get(site));
    }

    /** Whether each site that tells in both tells the same, and this one knows no site that the other does not. */
    boolean sameAs(WriteMarks recorded) {
        return bySite.entrySet().stream().allMatch(mark -> mark.getValue().equals(recorded.bySite.get(mark.getKey())));
    }

    /** As {@code site=mark;site=mark}, in the order of the names. */
    public String text() {
        Map<String, String> sorted = new TreeMap<>();
        bySite.forEach((site, mark) -> sorted.put(site.value(), mark));
        return sorted.entrySet().stream()
                .map(mark -> mark.getKey() + "=" + mark.getValue())
                .collect(Collectors.joining(";"));
    }

    /** @throws IllegalArgumentException if the text is not what {@link #text} makes */
    public static WriteMarks parse(String text) {
        return new WriteMarks(Arrays.stream(text.split(";", -1))
                .filter(part -> !part.isEmpty())
                .map(WriteMarks::pair)
                .collect(Collectors.toMap(pair -> new SiteId(pair[0]), pair -> pair[1])));
    }

    private static String[] pair(String part) {
        String[] pair = part.split("=", -1);
        if (pair.length != 2) {
            throw new IllegalArgumentException("writeMark: expected site=mark, got '" + part + "'");
        }
        return pair;
    }
}
