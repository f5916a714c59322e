package io.lifeboat.lab.qdrant.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The new names of collections, aliases, keys, fields and values, and where in a text they stand. */
final class Names {
    private static final Map<String, String> COLLECTIONS = Map.ofEntries(
            Map.entry("a", "kiosk"),
            Map.entry("named", "duo"),
            Map.entry("from_config", "echoed"),
            Map.entry("live", "front"),
            Map.entry("one", "uno"),
            Map.entry("two", "dos"),
            Map.entry("nope", "nada"),
            Map.entry("x", "ex"),
            Map.entry("prod", "public"),
            Map.entry("m2", "em2"),
            Map.entry("missing", "absent"),
            Map.entry("restored", "revived"),
            Map.entry("wrongsum", "badsum"),
            Map.entry("r2", "again2"),
            Map.entry("r3", "again3"),
            Map.entry("size8", "wide"),
            Map.entry("twoshards", "split"),
            Map.entry("cosine", "angle"),
            Map.entry("old", "elder"),
            Map.entry("bad", "worse"),
            Map.entry("up1", "load-1"),
            Map.entry("up2", "load-2"),
            Map.entry("up3", "load-3"),
            Map.entry("up4", "load-4"),
            Map.entry("up5", "load-5"),
            Map.entry("docs", "news"),
            Map.entry("docs--old", "news--then"),
            Map.entry("docs--new", "news--now"),
            Map.entry("docs@e3", "news@41@stale"),
            Map.entry("docs@e4", "news@42@c1"),
            Map.entry("docs@e5", "news@43@c2"),
            Map.entry("docs@e6", "news@44@c3"));

    private static final Map<String, String> FIELDS = Map.of("city", "town", "img", "pic", "bm25", "terms");

    private static final Pattern IN_TEXT =
            Pattern.compile("(Collection `|Alias |with name |/collections/|/snapshots/|/col-"
                    + "|[{,](?:id|collection)=\")([\\w@-]+?)(`|\\. Alias| does not|/|-recovery|\")");

    private static final Map<String, String> WORDS = words();

    private Names() {}

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("admin-key", "boss-key");
        words.put("reader-key", "guest-key");
        words.put("not-uuid", "nut-uuid");
        words.put("{not json", "{nut json");
        words.put("5f0e4c1e-2f41-4a3a-9d57-0f0f0f0f0f0f", "0b5e7a91-77aa-4c3d-8e21-123456789abc");
        words.put("Berlin", "Lisbon");
        words.put("Rome", "Cork");
        words.put("Paris", "Delft");
        words.put("under repair", "being mended");
        words.put("65537", "70000");
        words.put("1000 > 100 ", "2000 > 200 ");
        words.put("or below 100.", "or below 200.");
        words.put("shard number: 2", "shard number: 3");
        words.put("value -1 is", "value -1001 is");
        words.put("Point with id 99", "Point with id 1099");
        words.put("vector_io_write{id=\"kiosk\"} 48", "vector_io_write{id=\"kiosk\"} 72");
        return words;
    }

    static String collection(String name) {
        return COLLECTIONS.getOrDefault(name, name);
    }

    static String field(String name) {
        return FIELDS.getOrDefault(name, name);
    }

    /** Renames what stands in error texts, locations and metrics, and adds two to each dimension that they name. */
    static String text(String text) {
        String told = IN_TEXT.matcher(text)
                .replaceAll(at -> Matcher.quoteReplacement(at.group(1) + collection(at.group(2)) + at.group(3)));
        for (Map.Entry<String, String> word : WORDS.entrySet()) {
            told = told.replace(word.getKey(), word.getValue());
        }
        return Pattern.compile("(?<=expected dim: |, got |size: )\\d+")
                .matcher(told)
                .replaceAll(number -> Integer.toString(Integer.parseInt(number.group()) + 2));
    }

    static String path(String path) {
        String[] parts = path.split("/", -1);
        for (int i = 2; i < parts.length; i++) {
            if (parts[1].equals("collections") && i == 2 && !parts[2].equals("aliases")) {
                parts[i] = parts[i].replaceAll("^bad", "worse");
                parts[i] = collection(parts[i]);
            } else if (parts[i - 1].equals("points") && parts[i].matches("\\d+")) {
                parts[i] = Integer.toString(Integer.parseInt(parts[i]) + 1000);
            }
        }
        return String.join("/", parts);
    }
}
