package io.cofound.content.syndication;

/** What a post says, as other programs may show it: HTML without anything that acts. */
final class FeedContent {

    private FeedContent() {}

    // lead wires: io.cofound.content.markdown.Markdown renders this; until then the source, escaped.
    static String html(String markdown) {
        return "<pre>" + escaped(markdown) + "</pre>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
