package io.lifeboat.backup.seal;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A key of 256 bits from which each file's own is derived. Its text form shows nothing of it. Immutable. */
public final class SealKey {
    private static final int BYTES = 32;

    private final byte[] key;

    private SealKey(byte[] key) {
        this.key = key;
    }

    /**
     * Reads a key.
     *
     * @param text 64 hex digits, or 32 bytes in Base64
     * @throws IllegalArgumentException if it is neither; what stood there is not repeated
     */
    public static SealKey parse(String text) {
        byte[] bytes = decode(text.strip());
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("encryption key: expected 32 bytes as 64 hex digits or in Base64");
        }
        return new SealKey(bytes);
    }

    private static byte[] decode(String text) {
        try {
            return text.length() == 2 * BYTES
                    ? HexFormat.of().parseHex(text)
                    : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** The key of one file, by its random id: so no two files ever share a key and a nonce. */
    SecretKey of(byte[] fileId) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return new SecretKeySpec(mac.doFinal(fileId), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC with SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealKey that && Arrays.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }

    @Override
    public String toString() {
        return "a key";
    }
}
