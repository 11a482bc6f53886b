package io.cofound.content.markdown;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever members type. */
class MarkdownProperties {

    private static final List<String> MARKDOWN = List.of(
            "*",
            "**",
            "_",
            "__",
            "~~",
            "`",
            "``",
            "```",
            "~~~",
            "[",
            "]",
            "](",
            ")",
            "![",
            "<",
            ">",
            "(",
            "!",
            "\\",
            "\n",
            "\n\n",
            "  \n",
            "> ",
            "- ",
            "1. ",
            "# ",
            "###### ",
            "---",
            "===",
            "|",
            "|---|",
            "\n|a|b|\n|---|---|\n|",
            "    ",
            "\t",
            "[x]: ",
            "\n[x]: ",
            "[x]",
            "\"",
            "'",
            "&",
            ";",
            ":",
            "//",
            "www.",
            "@",
            "```java\n",
            "{",
            "}",
            "{{",
            "}}");
    private static final List<String> HTML = List.of(
            "<script>",
            "</script>",
            "<img src=",
            "<a href=",
            "<svg/onload=",
            "<iframe src=",
            "<style>",
            "</style>",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<?",
            "?>",
            "<p",
            "</p>",
            "</main>",
            "</div>",
            "<table>",
            "</td>",
            "</pre>",
            "</code>",
            "<math>",
            "<template>",
            "<textarea>",
            "</title>",
            "<object data=",
            "<base href=",
            "<form action=",
            " onerror=",
            " onclick=\"",
            " style=",
            " class=",
            " id=",
            "/>",
            " srcset=",
            " xlink:href=",
            "<x:y>",
            "alert(1)",
            "<br>",
            "<plaintext>",
            "<noscript>");
    private static final List<String> ADDRESSES = List.of(
            "javascript:",
            "JaVaScRiPt:",
            "java\tscript:",
            "java\nscript:",
            "vbscript:",
            "data:text/html,",
            "data:image/svg+xml,",
            "https://x.example/",
            "http://x.example",
            "mailto:ada@x.example",
            "ftp://x",
            "file:///",
            "//x.example",
            "/\\x",
            "#x",
            "blob:",
            "javascript&colon;",
            "javascript%3a",
            "https:javascript:",
            "https://x.example/a.png");
    private static final List<String> ENTITIES = List.of(
            "&lt;",
            "&gt;",
            "&quot;",
            "&amp;",
            "&#60;",
            "&#x3c",
            "&#x3C;",
            "&colon;",
            "&Tab;",
            "&NewLine;",
            "&#0;",
            "&#106;",
            "&#x6a;",
            "&lpar;",
            "&#xD800;",
            "&#1114112;",
            "&apos;",
            "&nbsp;",
            "&zwj;",
            "%3c",
            "%00",
            "\\x3c");

    @Property(tries = 10_000, seed = "20260313", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void nothing_but_what_may_be_shown_comes_out(@ForAll("typed") String markdown) {
        assertThat(Leaks.of(Markdown.html(markdown))).isEmpty();
    }

    @Provide
    Arbitrary<String> typed() {
        Arbitrary<String> control =
                Arbitraries.strings().withCharRange('\u0000', '\u001f').ofLength(1);
        Arbitrary<String> unicode = Arbitraries.oneOf(
                Arbitraries.strings().all().ofMinLength(1).ofMaxLength(4),
                Arbitraries.of(
                        "\u200b", "\u2028", "\u202e", "\ufeff", "\u00a0", "\ud800", "\udc00", "\ufffe", "İ", "ſ", "K",
                        "你好", "😀"));
        Arbitrary<String> words = Arbitraries.strings()
                .withCharRange('a', 'e')
                .withChars(' ')
                .ofMinLength(1)
                .ofMaxLength(6);
        return Arbitraries.<String>frequencyOf(
                        Tuple.of(8, Arbitraries.of(MARKDOWN)),
                        Tuple.of(6, Arbitraries.of(HTML)),
                        Tuple.of(4, Arbitraries.of(ADDRESSES)),
                        Tuple.of(2, Arbitraries.of(ENTITIES)),
                        Tuple.of(2, Arbitraries.of(XssVectors.ALL)),
                        Tuple.of(1, control),
                        Tuple.of(1, unicode),
                        Tuple.of(3, words))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30)
                .map(pieces -> String.join("", pieces));
    }
}
