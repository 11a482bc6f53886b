package io.cofound.moderation.rules;

import java.util.Optional;

import io.cofound.moderation.rules.Reading.Span;

/** A definition made ready to look for. */
@FunctionalInterface
interface Finder {

    /** The first place found. Takes time in proportion to the text, whatever the definition says. */
    Optional<Span> in(Reading reading);
}
