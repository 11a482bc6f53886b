package io.cofound.content.markdown;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** OWASP's list, and the places in a Markdown text where somebody may put it. */
final class XssVectors {

    static final List<String> ALL = read();

    private static final List<String> PLACES = List.of(
            "V",
            "a V b",
            "\n\nV\n\n",
            "> V",
            "# V",
            "- V\n- b",
            "1. V",
            "**V**",
            "~~V~~",
            "`V`",
            "``` V\ncode\n```",
            "```\nV\n```",
            "    V",
            "[x](V)",
            "[x](<V>)",
            "[x](https://x.example \"V\")",
            "[x](https://x.example 'V')",
            "[V](https://x.example)",
            "![V](https://x.example/x.png)",
            "![x](V)",
            "![x](<V>)",
            "![x](https://x.example/x.png \"V\")",
            "[x]\n\n[x]: V",
            "[x]\n\n[x]: <V> \"V\"",
            "[x]\n\n[x]: /u (V)",
            "[V]: https://x.example\n\n[V]",
            "<V>",
            "<https://x.example/V>",
            "https://x.example/V",
            "www.x.example/V",
            "| a | b |\n|---|:-:|\n| V | x |",
            "| V |\n|---|\n| x |",
            "<div>V</div>",
            "<p title=\"V\">",
            "<!-- V -->",
            "V\n===",
            "a\\\nV",
            "[![V](V)](V)",
            "[x](https://x.example/V)",
            "<a href=\"V\">V</a>");

    private XssVectors() {}

    static Stream<String> everywhere() {
        return ALL.stream().flatMap(vector -> PLACES.stream().map(place -> place.replace("V", vector)));
    }

    private static List<String> read() {
        try (var lines = new BufferedReader(new InputStreamReader(
                XssVectors.class.getResourceAsStream("/markdown/xss-vectors.txt"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(String::translateEscapes)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
