package io.cofound.community.tag;

import java.util.List;

import io.cofound.contracts.tag.Tag;

/**
 * A tag to choose from.
 *
 * @param id what to send
 * @param aliases other words that are understood as this tag
 */
record TagView(String id, Names names, List<String> aliases) {

    /** What to show, by language. */
    record Names(String en, String zh) {}

    static TagView of(Tag tag) {
        return new TagView(tag.id(), new Names(tag.english(), tag.chinese()), tag.aliases());
    }
}
