package io.lifeboat.backup.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * The form of an encrypted file: 8 bytes of mark, 16 bytes of random id, then chunks of 65,536 bytes of content, each
 * followed by its tag of 16 bytes; the last chunk may be shorter, and empty. A chunk's nonce is its number and whether it is
 * the last, so chunks that were cut off, exchanged, repeated or appended do not open. Not thread-safe.
 */
final class Chunks {
    static final int CONTENT = 64 * 1024;
    static final int TAG = 16;
    static final int SEALED = CONTENT + TAG;
    static final int HEADER = 24;

    private static final byte[] MARK = "LBSEAL1\n".getBytes(StandardCharsets.US_ASCII);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] header;
    private final SecretKey key;
    private final Cipher cipher;

    private Chunks(byte[] header, SealKey master) {
        this.header = header;
        this.key = master.of(Arrays.copyOfRange(header, MARK.length, HEADER));
        try {
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES in GCM", e);
        }
    }

    /** Those of a new file. */
    static Chunks create(SealKey master) {
        byte[] header = Arrays.copyOf(MARK, HEADER);
        byte[] id = new byte[HEADER - MARK.length];
        RANDOM.nextBytes(id);
        System.arraycopy(id, 0, header, MARK.length, id.length);
        return new Chunks(header, master);
    }

    /** @throws IOException if these are not the first bytes of an encrypted file */
    static Chunks of(byte[] header, SealKey master) throws IOException {
        if (header.length != HEADER || !Arrays.equals(header, 0, MARK.length, MARK, 0, MARK.length)) {
            throw new IOException("at 0: expected the mark of an encrypted file");
        }
        return new Chunks(header, master);
    }

    byte[] header() {
        return header.clone();
    }

    byte[] seal(long number, boolean last, byte[] content, int length) {
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, nonce(number, last));
            cipher.updateAAD(header);
            return cipher.doFinal(content, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a chunk could not be encrypted", e);
        }
    }

    /** @throws IOException if it is not that chunk of that file under that key */
    byte[] open(long number, boolean last, byte[] sealed, int length) throws IOException {
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, nonce(number, last));
            cipher.updateAAD(header);
            return cipher.doFinal(sealed, 0, length);
        } catch (AEADBadTagException e) {
            throw new IOException(
                    "at %d: expected chunk %d%s, which does not open: wrong key, or the file was changed or cut"
                            .formatted(HEADER + number * SEALED, number, last ? ", the last" : ""),
                    e);
        } catch (GeneralSecurityException e) {
            throw new IOException("at %d: expected an encrypted chunk".formatted(HEADER + number * SEALED), e);
        }
    }

    private static GCMParameterSpec nonce(long number, boolean last) {
        byte[] nonce = ByteBuffer.allocate(12)
                .putShort((short) 0)
                .put((byte) 0)
                .putLong(number)
                .put((byte) (last ? 1 : 0))
                .array();
        return new GCMParameterSpec(TAG * Byte.SIZE, nonce);
    }
}
