package io.lifeboat.events.fold;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the rules of the log say of a record. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface Ruling {
    /** It counts. */
    record Effective() implements Ruling {}

    /** It does not count; the timeline shows it so. */
    record Voided(String why) implements Ruling {}

    /** It is kept and means nothing to this version. */
    record Unknown() implements Ruling {}

    static Ruling effective() {
        return new Effective();
    }

    static Ruling voided(String form, Object... arguments) {
        return new Voided(form.formatted(arguments));
    }

    default boolean isEffective() {
        return this instanceof Effective;
    }
}
