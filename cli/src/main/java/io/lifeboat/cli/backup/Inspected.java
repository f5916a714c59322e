package io.lifeboat.cli.backup;

import io.lifeboat.qdrant.snapshot.inspect.Inspection;
import java.util.List;

/**
 * What was found in a file or a folder.
 *
 * @param problems of the folder itself: what its manifest and its {@code .meta} files say that is not so
 */
record Inspected(List<Inspection> files, List<String> problems) {
    Inspected {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }
}
