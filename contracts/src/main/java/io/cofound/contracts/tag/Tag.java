package io.cofound.contracts.tag;

import java.util.List;
import java.util.stream.Stream;

/**
 * Something that people know, look for or write about, whatever word and language they use for it.
 *
 * @param id lower-case Latin letters, digits and hyphens; what is kept and sent, never changes its meaning
 * @param english its name in English
 * @param chinese its name in Chinese, simplified
 * @param aliases other words for it in either language
 */
public record Tag(String id, String english, String chinese, List<String> aliases) {

    /** Every text that means this tag: the id, both names and the aliases. */
    public List<String> words() {
        return Stream.concat(Stream.of(id, english, chinese), aliases.stream()).toList();
    }
}
