package io.cofound.contracts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name an event has on the wire and the topic it is published to. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventType {

    /** CloudEvents {@code type}: {@code io.cofound.<domain>.<aggregate>.<past tense>.v<n>}. */
    String value();

    /** One of {@link Topics}. */
    String topic();
}
