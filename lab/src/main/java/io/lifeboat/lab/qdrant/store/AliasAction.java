package io.lifeboat.lab.qdrant.store;

/** One action of an alias batch. */
public sealed interface AliasAction {
    /** Sets an alias, or silently points it elsewhere. */
    record Create(String collection, String alias) implements AliasAction {}

    /** Deleting a missing alias is no error. */
    record Delete(String alias) implements AliasAction {}

    /** Renaming a missing alias is an error: that is what makes a batch conditional (case 44). */
    record Rename(String from, String to) implements AliasAction {}
}
