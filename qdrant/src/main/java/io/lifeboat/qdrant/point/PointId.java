package io.lifeboat.qdrant.point;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.lifeboat.qdrant.answer.Fields;
import io.lifeboat.qdrant.answer.WrongShape;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;

/** A point's id. Ordered as Qdrant scrolls: numbers ascending, then UUIDs by their bytes. */
public sealed interface PointId extends Comparable<PointId> {

    /** An unsigned 64-bit number; {@code bits} of 2^63 and more are negative as a {@code long}. */
    record Num(long bits) implements PointId {
        @Override
        public byte[] bytes() {
            return ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(bits)
                    .array();
        }

        @Override
        public JsonNode toJson() {
            return BigIntegerNode.valueOf(new BigInteger(toString()));
        }

        @Override
        public String toString() {
            return Long.toUnsignedString(bits);
        }
    }

    /** A UUID. */
    record Uuid(UUID value) implements PointId {
        @Override
        public byte[] bytes() {
            return ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(value.getMostSignificantBits())
                    .putLong(value.getLeastSignificantBits())
                    .array();
        }

        @Override
        public JsonNode toJson() {
            return TextNode.valueOf(toString());
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** The bytes that Qdrant slices by: 8, little-endian, of a number; 16, as RFC 4122 has them, of a UUID. */
    byte[] bytes();

    JsonNode toJson();

    static PointId of(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("point id: expected 0 or more, found " + number);
        }
        return new Num(number);
    }

    /** Digits of an unsigned 64-bit number, or a UUID in its long form. */
    static PointId parse(String text) {
        return text.matches("\\d{1,20}") ? number(text) : uuid(text);
    }

    static PointId read(Fields fields) {
        JsonNode node = fields.node();
        try {
            if (node.isIntegralNumber()) {
                return number(node.bigIntegerValue().toString());
            }
            return uuid(fields.asText());
        } catch (IllegalArgumentException e) {
            throw new WrongShape(fields.where(), "a point id");
        }
    }

    /** @throws IllegalArgumentException if the digits are no unsigned 64-bit number */
    static PointId number(String digits) {
        return new Num(Long.parseUnsignedLong(digits));
    }

    /** @throws IllegalArgumentException if it is not 8-4-4-4-12 hex digits */
    static PointId uuid(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException("point id: expected an unsigned 64-bit number or a UUID, found " + text);
        }
        return new Uuid(UUID.fromString(text));
    }

    @Override
    default int compareTo(PointId other) {
        return switch (this) {
            case Num mine -> other instanceof Num theirs ? Long.compareUnsigned(mine.bits, theirs.bits) : -1;
            case Uuid mine -> other instanceof Uuid theirs ? compare(mine.value, theirs.value) : 1;
        };
    }

    /** {@link UUID#compareTo} compares signed halves, which is not the order of the bytes. */
    private static int compare(UUID mine, UUID theirs) {
        int high = Long.compareUnsigned(mine.getMostSignificantBits(), theirs.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(mine.getLeastSignificantBits(), theirs.getLeastSignificantBits());
    }
}
