package io.cofound.content.markdown;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The check that the others rest on finds what it is to find. */
class LeaksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<p onclick=\"x\">x</p>",
                "<a href=\"java&#x09;script:x\" rel=\"nofollow ugc noopener noreferrer\">x</a>",
                "<a href=\"https://x.example\">without rel</a>",
                "<a href=\"//x.example\" rel=\"nofollow ugc noopener noreferrer\">x</a>",
                "<img src=\"http://x.example/x.png\">",
                "<img src=\"data:image/png;base64,iVBORw0KGgo=\">",
                "<svg></svg>",
                "<iframe></iframe>",
                "<p style=\"x\">x</p>",
                "<!-- x -->",
                "</main><p>out</p>",
                "<table><tr><td></main>",
                "<p>a < b</p>",
                "<code class=\"language-x evil\">x</code>",
                "<p>never ends <!-- "
            })
    void finds(String html) {
        assertThat(Leaks.of("<p>before</p>" + html)).isNotEmpty();
    }

    @Test
    void finds_most_vectors_where_nothing_is_sanitised() {
        HtmlRenderer leaky = HtmlRenderer.builder().build();

        assertThat(XssVectors.ALL.stream()
                        .filter(vector -> !Leaks.of(
                                        leaky.render(Parser.builder().build().parse(vector)))
                                .isEmpty())
                        .count())
                .isGreaterThan(XssVectors.ALL.size() / 2);
    }

    @Test
    void lets_pass_what_may_be_there() {
        assertThat(Leaks.of("""
                <p>a &lt; b <em>c</em> <a href="https://x.example/?a&#61;b" rel="nofollow ugc noopener noreferrer">d</a></p>
                <table><thead><tr><th align="left">a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>
                <pre><code class="language-java">x</code></pre>""")).isEmpty();
    }
}
