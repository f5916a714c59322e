package io.lifeboat.lab.qdrant.fault;

import io.lifeboat.lab.qdrant.http.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;

/** Cuts, stalls or slows the sending of a file: at most one of these befalls a download. */
final class DownloadFaults {
    private final ActiveFaults faults;

    DownloadFaults(ActiveFaults faults) {
        this.faults = faults;
    }

    Reply.Slice hamper(Reply.Slice slice, Optional<String> collection) {
        if (faults.strike(FaultKind.CUT_DOWNLOAD, collection).isPresent()) {
            return cut(slice);
        }
        if (faults.strike(FaultKind.STALLED_DOWNLOAD, collection).isPresent()) {
            return slice.at(sent -> {
                faults.awaitEnd(FaultKind.STALLED_DOWNLOAD, ActiveFaults.forEver());
                return true;
            });
        }
        return faults.strike(FaultKind.SLOW_DOWNLOAD, collection)
                .map(fault -> slice.at(sent -> {
                    faults.awaitEnd(FaultKind.SLOW_DOWNLOAD, fault.delay());
                    return true;
                }))
                .orElse(slice);
    }

    /** A file of one chunk is cut before its first byte. */
    private static Reply.Slice cut(Reply.Slice slice) {
        long half = length(slice) / 2;
        return slice.at(sent -> sent + 1 < half && sent + 64 * 1024 <= length(slice) - 1);
    }

    private static long length(Reply.Slice slice) {
        try {
            return slice.temporary() ? Files.size(slice.file()) : slice.length();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
