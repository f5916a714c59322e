package io.lifeboat.workspaces.load;

/** A rule that spans keys. It reads the file itself, so that it is told together with mistakes of shape. */
interface Rule {
    void check(Cursor root, Findings findings);
}
