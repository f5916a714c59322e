package io.lifeboat.restore.backup;

import io.lifeboat.backup.KeptFile;
import io.lifeboat.backup.seal.SealKey;
import io.lifeboat.backup.seal.SealingStream;
import io.lifeboat.backup.store.Writing;
import io.lifeboat.qdrant.transport.ByteReceiver;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Writes a file of a backup and sums it on the way, its content and what is kept of it, so that nobody must read it again. */
final class Keeping implements ByteReceiver {
    private final String name;
    private final @Nullable String keyReference;
    private final MessageDigest content = sha256();
    private final MessageDigest kept = sha256();
    private final OutputStream out;
    private final @Nullable SealingStream sealing;
    private long contentBytes;
    private long keptBytes;

    /**
     * @param name in its backup
     * @param keyReference where the key is; null with {@code key}: it is kept as it comes
     */
    Keeping(String name, Writing to, @Nullable String keyReference, @Nullable SealKey key) throws IOException {
        if (to.begun() > 0) {
            to.restart(); // a server's snapshot is another one each time
        }
        this.name = name;
        this.keyReference = keyReference;
        OutputStream summed = new Summed(to);
        this.sealing = key == null ? null : new SealingStream(summed, key);
        this.out = sealing == null ? summed : sealing;
    }

    @Override
    public void receive(byte[] buffer, int offset, int length) throws IOException {
        content.update(buffer, offset, length);
        contentBytes += length;
        out.write(buffer, offset, length);
    }

    long bytes() {
        return contentBytes;
    }

    /** All bytes have come: what is kept, to be committed by who opened it. */
    KeptFile end() throws IOException {
        if (sealing == null) {
            return KeptFile.plain(name, keptBytes, HexFormat.of().formatHex(kept.digest()));
        }
        sealing.finish();
        return new KeptFile(
                name,
                keptBytes,
                HexFormat.of().formatHex(kept.digest()),
                new KeptFile.Seal(
                        String.valueOf(keyReference),
                        contentBytes,
                        HexFormat.of().formatHex(content.digest())));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private final class Summed extends OutputStream {
        private final OutputStream to;

        Summed(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            kept.update(bytes, offset, length);
            keptBytes += length;
            to.write(bytes, offset, length);
        }
    }
}
