package io.lifeboat.events.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.EdECKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Set;

/**
 * Ed25519 keys as PEM files, as {@code openssl genpkey -algorithm ed25519} writes them too. A private key is written
 * readable by its owner alone, and never over a file that exists. Thread-safe.
 */
public final class KeyFiles {
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final int MOST_BYTES = 16 * 1024;

    private KeyFiles() {}

    public static KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance(CommandSigner.ALGORITHM).generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK from 15 on has " + CommandSigner.ALGORITHM, e);
        }
    }

    /**
     * Writes PKCS#8 with mode 0600 from the first byte on.
     *
     * @throws java.nio.file.FileAlreadyExistsException rather than overwrite a key
     */
    public static void write(Path file, PrivateKey key) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Set<StandardOpenOption> newFile = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        ByteBuffer text = ByteBuffer.wrap(pem(PRIVATE, key).getBytes(StandardCharsets.US_ASCII));
        try (SeekableByteChannel channel = Files.newByteChannel(file, newFile, ownerOnly)) {
            while (text.hasRemaining()) {
                channel.write(text);
            }
        }
    }

    /** Writes X.509; a public key may be written anew. */
    public static void write(Path file, PublicKey key) throws IOException {
        Files.writeString(file, pem(PUBLIC, key), StandardCharsets.US_ASCII);
    }

    /** @throws IllegalArgumentException if the file has no private Ed25519 key; the message names the file, never its content */
    public static PrivateKey readPrivate(Path file) throws IOException {
        byte[] encoded = decode(file, PRIVATE);
        try {
            return factory().generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw refusal(file, PRIVATE, e);
        }
    }

    /** @throws IllegalArgumentException if the file has no public Ed25519 key */
    public static PublicKey readPublic(Path file) throws IOException {
        byte[] encoded = decode(file, PUBLIC);
        try {
            return factory().generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw refusal(file, PUBLIC, e);
        }
    }

    static boolean isEd25519(Key key) {
        return key instanceof EdECKey edwards
                && edwards.getParams().getName().equals(NamedParameterSpec.ED25519.getName());
    }

    private static KeyFactory factory() throws NoSuchAlgorithmException {
        return KeyFactory.getInstance(CommandSigner.ALGORITHM);
    }

    private static String pem(String kind, Key key) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, base64, kind);
    }

    private static byte[] decode(Path file, String kind) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw refusal(file, kind, null);
        }
        String text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        String begin = "-----BEGIN " + kind + "-----";
        String end = "-----END " + kind + "-----";
        if (!text.startsWith(begin) || !text.endsWith(end) || text.length() < begin.length() + end.length()) {
            throw refusal(file, kind, null);
        }
        try {
            return Base64.getMimeDecoder().decode(text.substring(begin.length(), text.length() - end.length()));
        } catch (IllegalArgumentException e) {
            throw refusal(file, kind, null);
        }
    }

    private static IllegalArgumentException refusal(
            Path file, String kind, @org.jspecify.annotations.Nullable GeneralSecurityException cause) {
        return new IllegalArgumentException(
                "%s: expected a PEM file with an Ed25519 %s".formatted(file, kind.toLowerCase(java.util.Locale.ROOT)),
                cause);
    }
}
