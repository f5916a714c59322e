package io.lifeboat.restore.backup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.backup.CollectionRecord;
import io.lifeboat.backup.KeptFile;
import io.lifeboat.events.serde.Json;
import io.lifeboat.qdrant.alias.Alias;
import io.lifeboat.qdrant.collection.CollectionInfo;
import java.io.IOException;
import java.util.List;

/** Keeps one collection in the store, with what is to be known of it when it comes back. */
interface CollectionKeeper {
    /** Of larger ones no digest is read at each backup: they are compared by count. In points. */
    long MOST_DIGESTED = 200_000;

    /** A collection's record and its files. */
    record Kept(CollectionRecord record, List<KeptFile> files) {
        public Kept {
            files = List.copyOf(files);
        }

        long bytes() {
            return files.stream().mapToLong(KeptFile::bytes).sum();
        }
    }

    /**
     * @throws NotKept if this collection cannot be kept now; others may
     * @throws IOException if the store fails
     */
    Kept keep(String name, List<Alias> aliases) throws InterruptedException, IOException, NotKept;

    /** Those that lead to this collection. */
    static List<String> aliasesOf(String name, List<Alias> aliases) {
        return aliases.stream()
                .filter(alias -> alias.collection().equals(name))
                .map(Alias::name)
                .toList();
    }

    /** Field to what its index is made with. */
    static ObjectNode indexes(CollectionInfo info) {
        return Json.mapper().valueToTree(info.payloadIndexes());
    }
}
