package io.cofound.content.markdown;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.owasp.html.AttributePolicy;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** The elements, attributes and addresses that may be in what members write; nothing else. */
final class HtmlPolicy {

    /** In CommonMark the first word after the fence. */
    private static final Pattern LANGUAGE = Pattern.compile("language-[\\p{Alnum}+#._-]{1,40}");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    /** Absolute alone: what is relative would point into the pages of whoever shows it. */
    private static final AttributePolicy LINK = startsWith(List.of("http://", "https://", "mailto:"));

    /** A picture is loaded unasked, so not in the clear. */
    private static final AttributePolicy PICTURE = startsWith(List.of("https://"));

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "hr",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "em",
                    "strong",
                    "del",
                    "blockquote",
                    "pre",
                    "code",
                    "ul",
                    "ol",
                    "li",
                    "table",
                    "thead",
                    "tbody",
                    "tr",
                    "th",
                    "td",
                    "a")
            .allowElements((name, attributes) -> attributes.contains("src") ? name : null, "img")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href")
            .matching(LINK)
            .onElements("a")
            .allowAttributes("src")
            .matching(PICTURE)
            .onElements("img")
            .allowAttributes("alt")
            .onElements("img")
            .allowAttributes("title")
            .onElements("a", "img")
            .allowAttributes("class")
            .matching(LANGUAGE)
            .onElements("code")
            .allowAttributes("start")
            .matching(NUMBER)
            .onElements("ol")
            .allowAttributes("align")
            .matching(true, "left", "center", "right")
            .onElements("th", "td")
            .requireRelsOnLinks("nofollow", "ugc", "noopener", "noreferrer")
            .toFactory();

    private HtmlPolicy() {}

    static String sanitize(String html) {
        return POLICY.sanitize(html);
    }

    private static AttributePolicy startsWith(List<String> beginnings) {
        return (element, attribute, value) -> {
            String address = value.strip().toLowerCase(Locale.ROOT);
            return beginnings.stream().anyMatch(address::startsWith) ? value : null;
        };
    }
}
