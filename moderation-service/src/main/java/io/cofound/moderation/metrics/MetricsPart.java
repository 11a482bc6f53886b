package io.cofound.moderation.metrics;

import io.smallrye.mutiny.Uni;

/** What one feature tells about how it does; every bean of this kind is one member of the answer of GET metrics. */
public interface MetricsPart {

    /** The member's name, unique, in camel case. */
    String name();

    /** What Jackson writes; never null, no member's text, name or id. Joins the caller's session. */
    Uni<Object> figures();
}
