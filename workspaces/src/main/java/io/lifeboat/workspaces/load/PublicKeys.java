package io.lifeboat.workspaces.load;

import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Ed25519 public keys as people keep them: PEM, Base64 of the same DER, or Base64 of the 32 bytes. */
final class PublicKeys {
    private static final int RAW_LENGTH = 32;
    /** The DER of an Ed25519 SubjectPublicKeyInfo before its 32 bytes (RFC 8410). */
    private static final byte[] DER_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private PublicKeys() {}

    /** @throws InvalidKeyException saying what the text is instead; it does not repeat the text */
    static PublicKey read(String text) throws InvalidKeyException {
        if (text.contains("PRIVATE KEY")) {
            throw new InvalidKeyException("a private key, which must never leave its owner");
        }
        byte[] bytes = bytes(text);
        byte[] der = bytes.length == RAW_LENGTH ? concat(DER_PREFIX, bytes) : bytes;
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
        } catch (InvalidKeySpecException e) {
            throw new InvalidKeyException("a key of another kind, or none", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK since 15 has Ed25519", e);
        }
    }

    private static byte[] bytes(String text) throws InvalidKeyException {
        String base64 = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new InvalidKeyException("a text that is no Base64", e);
        }
    }

    private static byte[] concat(byte[] prefix, byte[] rest) {
        byte[] whole = Arrays.copyOf(prefix, prefix.length + rest.length);
        System.arraycopy(rest, 0, whole, prefix.length, rest.length);
        return whole;
    }
}
