package io.cofound.content.post;

import java.util.List;

import io.cofound.contracts.content.PostType;
import io.cofound.platform.text.LanguageDetector;

/**
 * What an author writes.
 *
 * @param tags without doubles, in the author's order
 * @param language detected, BCP 47
 */
public record PostText(PostType type, String title, String body, List<String> tags, String language) {

    static PostText of(PostType type, String title, String body, List<String> tags) {
        return new PostText(
                type,
                title.strip(),
                body,
                tags.stream().map(String::strip).distinct().toList(),
                LanguageDetector.detect(title + "\n" + body));
    }
}
