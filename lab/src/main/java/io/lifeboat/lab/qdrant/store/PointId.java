package io.lifeboat.lab.qdrant.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.lifeboat.lab.qdrant.http.QdrantError;
import java.math.BigInteger;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The id of a point. All numbers (unsigned 64 bit) come before all UUIDs, which are ordered by their bytes. */
public sealed interface PointId extends Comparable<PointId> {
    /** {@code value} is to be read as unsigned. */
    record Number(long value) implements PointId {
        @Override
        public String toString() {
            return Long.toUnsignedString(value);
        }
    }

    /** A UUID in any of the spellings that Qdrant reads; it is always shown hyphenated. */
    record Uuid(UUID value) implements PointId {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    Pattern DIGITS = Pattern.compile("\\d{1,20}");
    Pattern HEX = Pattern.compile("[0-9a-fA-F]{32}");
    Pattern HYPHENATED = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    BigInteger LARGEST = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

    /** Reads an id of a request body. */
    static PointId of(JsonNode node) {
        boolean readable = node.isIntegralNumber() || node.isTextual();
        Optional<PointId> id = readable ? read(node.asText(), node.isTextual()) : Optional.empty();
        return id.orElseThrow(() -> QdrantError.format("value " + node.asText(node.toString())
                + " is not a valid point ID, valid values are either an unsigned integer or a UUID"));
    }

    /** Reads an id of a path, where a number has no quotes. */
    static Optional<PointId> parse(String text) {
        return read(text, !DIGITS.matcher(text).matches());
    }

    private static Optional<PointId> read(String text, boolean quoted) {
        if (!quoted) {
            boolean fits = DIGITS.matcher(text).matches() && new BigInteger(text).compareTo(LARGEST) <= 0;
            return fits ? Optional.of(new Number(Long.parseUnsignedLong(text))) : Optional.empty();
        }
        String bare = text.startsWith("urn:uuid:") ? text.substring(9) : text;
        bare = bare.startsWith("{") && bare.endsWith("}") ? bare.substring(1, bare.length() - 1) : bare;
        if (HEX.matcher(bare).matches()) {
            bare = bare.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
        }
        return HYPHENATED.matcher(bare).matches() ? Optional.of(new Uuid(UUID.fromString(bare))) : Optional.empty();
    }

    default JsonNode json() {
        return switch (this) {
            case Number number -> BigIntegerNode.valueOf(new BigInteger(number.toString()));
            case Uuid uuid -> TextNode.valueOf(uuid.toString());
        };
    }

    @Override
    default int compareTo(PointId other) {
        return switch (this) {
            case Number mine -> other instanceof Number theirs ? Long.compareUnsigned(mine.value, theirs.value) : -1;
            case Uuid mine -> other instanceof Uuid theirs ? bytewise(mine.value, theirs.value) : 1;
        };
    }

    private static int bytewise(UUID mine, UUID theirs) {
        int high = Long.compareUnsigned(mine.getMostSignificantBits(), theirs.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(mine.getLeastSignificantBits(), theirs.getLeastSignificantBits());
    }
}
