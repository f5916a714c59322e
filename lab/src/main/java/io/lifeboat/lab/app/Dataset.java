package io.lifeboat.lab.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The seeded points: the same for the same numbers, on any machine.
 *
 * @param points of the collection {@code docs}, ids 1 to this
 * @param archivePoints of the collection {@code archive}, never written after seeding
 * @param seed of the random numbers
 */
public record Dataset(int points, int archivePoints, long seed) {

    public static final String DOCS = "docs";
    public static final String ARCHIVE = "archive";

    static final int DIMENSIONS = 8;
    private static final int MOST_POINTS = 1_000_000;
    private static final double PRECISION = 10_000;
    private static final List<String> CITIES =
            List.of("Bergen", "Porto", "Gdansk", "Valparaiso", "Halifax", "Cork", "Trieste", "Split", "Busan", "Dakar");
    private static final List<String> TOPICS =
            List.of("harbour", "weather", "ferries", "lighthouse", "fishing", "storms", "trade", "rescue");

    public Dataset {
        requirePoints("points", points);
        requirePoints("archivePoints", archivePoints);
    }

    public static Dataset standard() {
        return new Dataset(2_000, 500, 42);
    }

    private static void requirePoints(String name, int count) {
        if (count < 1 || count > MOST_POINTS) {
            throw new IllegalArgumentException(name + ": expected 1 to 1000000, was " + count);
        }
    }

    int sizeOf(String collection) {
        return collection.equals(ARCHIVE) ? archivePoints : points;
    }

    /** One seeded point as the REST interface takes it. */
    Map<String, Object> point(String collection, long id) {
        SplittableRandom random = random(collection, id);
        Map<String, Object> payload = new LinkedHashMap<>();
        String city = CITIES.get(random.nextInt(CITIES.size()));
        payload.put("city", city);
        payload.put("title", "On the " + TOPICS.get(random.nextInt(TOPICS.size())) + " of " + city + ", " + id);
        return point(id, vector(random), payload);
    }

    /** The point of a write, with the sequence number by which it is known. */
    Map<String, Object> written(long id, long sequence, String at) {
        SplittableRandom random = random(DOCS, sequence);
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("city", CITIES.get(random.nextInt(CITIES.size())));
        payload.put("title", "Note " + sequence);
        payload.put("sequence", sequence);
        payload.put("at", at);
        return point(id, vector(random), payload);
    }

    private SplittableRandom random(String collection, long id) {
        return new SplittableRandom(seed * 1_000_003 + collection.hashCode() * 31L + id);
    }

    static List<Double> vector(SplittableRandom random) {
        List<Double> vector = new ArrayList<>(DIMENSIONS);
        for (int i = 0; i < DIMENSIONS; i++) {
            vector.add(Math.round(random.nextDouble(-1, 1) * PRECISION) / PRECISION);
        }
        return vector;
    }

    private static Map<String, Object> point(long id, List<Double> vector, Map<String, Object> payload) {
        Map<String, Object> point = new LinkedHashMap<>();
        point.put("id", id);
        point.put("vector", vector);
        point.put("payload", payload);
        return point;
    }
}
