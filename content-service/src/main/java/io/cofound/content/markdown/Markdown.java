package io.cofound.content.markdown;

import java.util.List;

import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Members' Markdown as others may be shown it: CommonMark with GitHub's tables, strikethrough and bare links. Raw HTML is
 * shown as the text it is. What is not on the list of {@link HtmlPolicy} does not come out, whatever went in. Time, stack
 * and output are bounded for every input: what nests deeper than {@value #DEEPEST}, or makes too large a table, stays text.
 */
public final class Markdown {

    /** Longest text in code points; more is nothing a member may write. */
    public static final int LONGEST = 50_000;

    /** Blocks in blocks, and inline elements in each other. */
    static final int DEEPEST = 32;

    /** Of one table. Rows that are cut short are filled up with cells, so that few characters make many. */
    private static final int MOST_CELLS = 1_500;

    private static final int LONGEST_HTML = 20 * LONGEST;

    private static final List<Extension> WITHOUT_TABLES =
            List.of(AutolinkExtension.create(), StrikethroughExtension.create());
    private static final List<Extension> ALL = List.of(
            AutolinkExtension.create(),
            StrikethroughExtension.create(),
            TablesExtension.builder().maxCells(MOST_CELLS).build());

    private static final Markdown STANDARD = new Markdown(ALL);
    private static final Markdown NO_TABLES = new Markdown(WITHOUT_TABLES);

    private final Parser parser;
    private final HtmlRenderer renderer;

    private Markdown(List<Extension> extensions) {
        parser = Parser.builder()
                .extensions(extensions)
                .maxOpenBlockParsers(DEEPEST)
                .maxInlineNesting(DEEPEST)
                .build();
        renderer = HtmlRenderer.builder()
                .extensions(extensions)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .build();
    }

    /**
     * @return HTML to be put inside an element, balanced in itself
     * @throws IllegalArgumentException for more than {@value #LONGEST} code points
     */
    public static String html(String markdown) {
        requireBounded(markdown);
        String html = STANDARD.renderer.render(parse(markdown));
        return HtmlPolicy.sanitize(
                html.length() <= LONGEST_HTML ? html : NO_TABLES.renderer.render(NO_TABLES.parser.parse(markdown)));
    }

    /**
     * What is left to read without any formatting, on one line: for excerpts and previews. It is text, not HTML: who puts
     * it into a page escapes it.
     *
     * @throws IllegalArgumentException for more than {@value #LONGEST} code points
     */
    public static String plainText(String markdown) {
        requireBounded(markdown);
        return PlainText.of(parse(markdown));
    }

    private static Node parse(String markdown) {
        try {
            return STANDARD.parser.parse(markdown);
        } catch (
                IllegalArgumentException
                        e) { // a table with more cells: the one way in which this parser refuses a text
            return NO_TABLES.parser.parse(markdown);
        }
    }

    private static void requireBounded(String markdown) {
        if (markdown.codePointCount(0, markdown.length()) > LONGEST) {
            throw new IllegalArgumentException("longer than %d code points".formatted(LONGEST));
        }
    }
}
