package io.lifeboat.events.fold;

/** A workspace after a record, and what the rules said of the record. */
record Folded(Workspace workspace, Ruling ruling) {

    static Folded effective(Workspace workspace) {
        return new Folded(workspace, Ruling.effective());
    }
}
