package io.lifeboat.qdrant.snapshot.inspect;

import io.lifeboat.qdrant.snapshot.inspect.Finding.Severity;
import java.util.ArrayList;
import java.util.List;

/** Gathers findings; beyond a bound it only counts them, as hostile files can have any number. Not thread-safe. */
final class Findings {
    private static final int MOST = 200;

    private final List<Finding> found = new ArrayList<>();
    private long more;

    void damaged(String file, long offset, String expected, String what) {
        add(new Finding(Severity.DAMAGED, file, offset, expected, what));
    }

    void suspicious(String file, long offset, String expected, String what) {
        add(new Finding(Severity.SUSPICIOUS, file, offset, expected, what));
    }

    void note(String file, long offset, String expected, String what) {
        add(new Finding(Severity.NOTE, file, offset, expected, what));
    }

    /** What ends the reading is always told. */
    void broken(String archive, BrokenArchive e) {
        found.add(new Finding(Severity.DAMAGED, archive, e.offset(), e.expected(), e.found()));
    }

    private void add(Finding finding) {
        if (found.size() < MOST) {
            found.add(finding);
        } else {
            more++;
        }
    }

    List<Finding> list() {
        if (more == 0) {
            return List.copyOf(found);
        }
        List<Finding> all = new ArrayList<>(found);
        all.add(new Finding(Severity.DAMAGED, "", 0, "at most " + MOST + " findings", more + " more"));
        return all;
    }
}
