package io.lifeboat.events;

import io.lifeboat.events.id.Service;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The CloudEvents type of a record, with its version, and the services that may write it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventName {
    /** For example {@code io.lifeboat.incident.opened.v1}. */
    String value();

    /** Which services write it; empty: operators' tools. */
    Service[] writers() default {};
}
