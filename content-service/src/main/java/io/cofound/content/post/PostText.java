package io.cofound.content.post;

import java.util.List;
import java.util.regex.Pattern;

import io.cofound.content.link.CoverUrl;
import io.cofound.content.link.SourceUrl;
import io.cofound.content.markdown.Markdown;
import io.cofound.contracts.content.PostType;
import io.cofound.contracts.tag.Tag;
import io.cofound.contracts.tag.TagVocabulary;
import io.cofound.platform.text.LanguageDetector;
import io.cofound.platform.web.problem.Problem;

/**
 * What an author writes.
 *
 * @param html the body rendered and sanitised, once, when it was written: reading it costs nothing
 * @param summary null if there is none
 * @param coverUrl null if there is none; public, https
 * @param sourceUrl canonical; null if there is none, and for all but news
 * @param tags ids of the shared vocabulary, and what it does not know as it was typed; without doubles, in the author's
 *     order
 * @param language detected, BCP 47
 */
public record PostText(
        PostType type,
        String title,
        String body,
        String html,
        String summary,
        String coverUrl,
        String sourceUrl,
        List<String> tags,
        String language) {

    private static final Pattern GAP = Pattern.compile("[\\s\\p{Z}]+");

    /**
     * @param summary as the two addresses, null or blank for none
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 for an address that cannot be a post's
     */
    static PostText of(
            PostType type,
            String title,
            String body,
            String summary,
            String coverUrl,
            String sourceUrl,
            List<String> tags) {
        return new PostText(
                type,
                title.strip(),
                body,
                Markdown.html(body),
                isNone(summary) ? null : summary.strip(),
                isNone(coverUrl) ? null : cover(coverUrl),
                isNone(sourceUrl) ? null : source(type, sourceUrl),
                tags.stream().map(PostText::tag).distinct().toList(),
                LanguageDetector.detect(title + "\n" + body));
    }

    /** Equal for every address of the same piece of news; null where there is none. */
    String sourceKey() {
        return sourceUrl == null
                ? null
                : SourceUrl.parse(sourceUrl).map(SourceUrl::key).orElse(null);
    }

    private static boolean isNone(String text) {
        return text == null || text.isBlank();
    }

    private static String cover(String url) {
        return CoverUrl.parse(url)
                .map(CoverUrl::address)
                .orElseThrow(() -> Problem.unprocessable(
                        "invalid-cover-url",
                        "coverUrl takes an https address on port 443 under a public name, without user and password."));
    }

    private static String source(PostType type, String url) {
        if (type != PostType.NEWS) {
            throw Problem.unprocessable(
                    "source-url-not-news", "Only NEWS has a sourceUrl. Send an empty one to take it away.");
        }
        return SourceUrl.parse(url)
                .map(SourceUrl::address)
                .orElseThrow(() -> Problem.unprocessable(
                        "invalid-source-url",
                        "sourceUrl takes an http or https address, without user and password, of up to 2000 letters"
                                + " once it is percent-encoded."));
    }

    private static String tag(String typed) {
        String normalised = GAP.matcher(typed).replaceAll(" ").strip();
        return TagVocabulary.standard().find(normalised).map(Tag::id).orElse(normalised);
    }
}
