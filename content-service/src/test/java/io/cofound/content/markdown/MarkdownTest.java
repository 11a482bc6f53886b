package io.cofound.content.markdown;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class MarkdownTest {

    /** Half of what a thread has by default. */
    private static final long STACK = 512 * 1024;

    private static final String REL = " rel=\"nofollow ugc noopener noreferrer\"";

    static Stream<Arguments> rendered() {
        return Stream.of(
                arguments("# 标题", "<h1>标题</h1>"),
                arguments("*a* **b** ~~c~~", "<p><em>a</em> <strong>b</strong> <del>c</del></p>"),
                arguments("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
                arguments("3. a", "<ol start=\"3\"><li>a</li></ol>"),
                arguments("> a", "<blockquote><p>a</p></blockquote>"),
                arguments("```java\nint a;\n```", "<pre><code class=\"language-java\">int a;</code></pre>"),
                arguments("```c++\na\n```", "<pre><code class=\"language-c&#43;&#43;\">a</code></pre>"),
                arguments("[a](https://x.example/y)", "<p><a href=\"https://x.example/y\"" + REL + ">a</a></p>"),
                arguments(
                        "<ada@x.example>",
                        "<p><a href=\"mailto:ada&#64;x.example\"" + REL + ">ada&#64;x.example</a></p>"),
                arguments(
                        "see https://x.example.",
                        "<p>see <a href=\"https://x.example\"" + REL + ">https://x.example</a>.</p>"),
                arguments("![b](https://x.example/c.png)", "<p><img src=\"https://x.example/c.png\" alt=\"b\" /></p>"),
                arguments("a ![b](http://x.example/c.png)", "<p>a </p>"),
                arguments("[a](javascript:alert(1))", "<p>a</p>"),
                arguments("[a](/relative)", "<p>a</p>"),
                arguments("a<br>b <b>c</b>", "<p>a&lt;br&gt;b &lt;b&gt;c&lt;/b&gt;</p>"),
                arguments(
                        "| a |\n|--:|\n| b |",
                        "<table><thead><tr><th align=\"right\">a</th></tr></thead>"
                                + "<tbody><tr><td align=\"right\">b</td></tr></tbody></table>"));
    }

    @ParameterizedTest
    @MethodSource
    void rendered(String markdown, String html) {
        assertThat(Markdown.html(markdown).replace("\n", "")).isEqualTo(html);
    }

    @Test
    void no_vector_of_owasps_list_gets_through_in_any_place() {
        assertThat(XssVectors.ALL).hasSizeGreaterThan(200);
        assertThat(XssVectors.everywhere()).allSatisfy(markdown -> assertThat(Leaks.of(Markdown.html(markdown)))
                .as(markdown)
                .isEmpty());
    }

    static Stream<Arguments> plain() {
        return Stream.of(
                arguments("# 标题\n\nSome *emphasised*\ntext.", "标题 Some emphasised text."),
                arguments(
                        "[a link](https://x.example) and ![a picture](https://x.example/a.png)",
                        "a link and a picture"),
                arguments("- one\n- two\n\n```java\nint a;\n```", "one two int a;"),
                arguments("| a | b |\n|---|---|\n| c | ~~d~~e |", "a b c de"),
                arguments("1 < 2 &amp; `x`", "1 < 2 & x"),
                arguments("<b>shown as it is</b>", "<b>shown as it is</b>"),
                arguments(" \n ", ""));
    }

    @ParameterizedTest
    @MethodSource
    void plain(String markdown, String text) {
        assertThat(Markdown.plainText(markdown)).isEqualTo(text);
    }

    static Stream<Arguments> pathological() {
        return Stream.of(
                        "> ",
                        "- ",
                        "1. ",
                        "*a ",
                        "*a **a ",
                        "**a *a ",
                        "_a __a ",
                        "a**b c* ",
                        "*",
                        "**",
                        "~~a ",
                        "~",
                        "[",
                        "![",
                        "[a](",
                        "[a](<b",
                        "![[]()",
                        "[[]()",
                        "*a_ ",
                        "<",
                        "</",
                        "<!--",
                        "<?",
                        "<!A ",
                        "<![CDATA[",
                        "<a b=\"",
                        "`",
                        "`a``b```c",
                        "\\",
                        "&",
                        "&#",
                        "|a",
                        "|",
                        "a|\n",
                        "|a\n|-\n",
                        "# ",
                        "=\n",
                        "-\n",
                        "    a\n",
                        "```\n",
                        "a@",
                        "a.b@",
                        "http://",
                        "www.",
                        "https://a.b/(",
                        "[a]: b\n",
                        "[a][",
                        "]",
                        ")",
                        "\t",
                        "\n",
                        "\r",
                        "\u0000",
                        "\ud83d\ude00",
                        "语",
                        "<div>",
                        "<p ",
                        "{{",
                        "&lt;",
                        "a\n\n> b\n",
                        "* * ",
                        "> - ",
                        "- > 1. ",
                        "![a",
                        "[^",
                        "a`",
                        "!",
                        "**[",
                        "x\ty",
                        "~~*_")
                .map(Arguments::arguments);
    }

    @ParameterizedTest
    @MethodSource
    @Timeout(60)
    void pathological(String piece) throws InterruptedException {
        assertBounded(piece.repeat(Markdown.LONGEST / piece.codePointCount(0, piece.length())));
    }

    static Stream<Arguments> nested() {
        int n = 5_000;
        return Stream.of(
                arguments("*a ".repeat(n) + "b" + " a*".repeat(n)),
                arguments("*a **a ".repeat(n / 2) + "b" + " a** a*".repeat(n / 2)),
                arguments("*".repeat(20_000) + "b" + "*".repeat(20_000)),
                arguments("![".repeat(n) + "b" + "](a)".repeat(n)),
                arguments("[".repeat(20_000) + "b" + "]".repeat(20_000)),
                arguments("~~a ".repeat(n) + "b" + " a~~".repeat(n)),
                arguments("|a".repeat(6_000) + "\n" + "|-".repeat(6_000) + "\n" + "x\n".repeat(12_000)),
                arguments(("|a".repeat(26) + "\n" + "|-".repeat(26) + "\n" + "x\n".repeat(110) + "\n").repeat(150)),
                arguments("[x]: a\n\n" + "[x]".repeat(16_000)),
                arguments("[" + "a".repeat(900) + "]: " + "b".repeat(20_000) + "\n\n"
                        + ("[" + "a".repeat(900) + "]").repeat(30)));
    }

    @ParameterizedTest
    @MethodSource
    @Timeout(60)
    void nested(String markdown) throws InterruptedException {
        assertBounded(markdown);
    }

    @Test
    void longer_than_a_member_may_write_is_refused() {
        assertThat(Markdown.html("\ud83d\ude00".repeat(Markdown.LONGEST))).startsWith("<p>");
        assertThatThrownBy(() -> Markdown.html("a".repeat(Markdown.LONGEST + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Measured by the time the thread computes, which others on the machine do not prolong. */
    private static void assertBounded(String markdown) throws InterruptedException {
        AtomicReference<String> html = new AtomicReference<>();
        AtomicReference<Duration> spent = new AtomicReference<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(
                null,
                () -> {
                    html.set(Markdown.html(markdown));
                    Markdown.plainText(markdown);
                    spent.set(
                            Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()));
                },
                "small stack",
                STACK);
        thread.setUncaughtExceptionHandler((t, e) -> failure.set(e));
        thread.start();
        thread.join(TimeUnit.SECONDS.toMillis(50));

        assertThat(failure.get()).isNull();
        assertThat(spent.get()).isNotNull().isLessThan(Duration.ofSeconds(5));
        assertThat(html.get().length()).isLessThan(30 * Markdown.LONGEST);
        assertThat(Leaks.of(html.get())).isEmpty();
    }
}
