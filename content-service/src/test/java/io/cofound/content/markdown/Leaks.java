package io.cofound.content.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * What a piece of HTML would bring into a page that it must not, as a browser reads it (jsoup parses as WHATWG says). It
 * knows nothing of the sanitizer's policy: the lists are its own.
 */
final class Leaks {

    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("a", Set.of("href", "title", "rel")),
            Map.entry("img", Set.of("src", "alt", "title")),
            Map.entry("code", Set.of("class")),
            Map.entry("ol", Set.of("start")),
            Map.entry("td", Set.of("align")),
            Map.entry("th", Set.of("align")));
    private static final Set<String> PLAIN = Set.of(
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
            "ul",
            "li",
            "table",
            "thead",
            "tbody",
            "tr");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Z}\\p{Cf}]");
    private static final Pattern TAG = Pattern.compile("<(?!/?[a-z][a-z0-9]*[ />]|!-- -->)");

    private Leaks() {}

    /** Empty for HTML that may be put into any element of a page. */
    static List<String> of(String html) {
        List<String> leaks = new ArrayList<>();
        Document page = Jsoup.parse("<i id=before>b</i><main>" + html + "</main><i id=after>a</i>");
        Element body = page.body();
        Element host = body.selectFirst("main");
        if (body.childrenSize() != 3
                || !"before".equals(body.child(0).id())
                || body.child(1) != host
                || !"after".equals(body.child(2).id())
                || page.head().childNodeSize() > 0
                || body.attributesSize() > 0
                || !"a".equals(body.child(2).html())) {
            leaks.add("breaks out of its element");
        }
        if (TAG.matcher(html).find()) {
            leaks.add("has a < that begins no tag");
        }
        if (host != null) {
            host.children().forEach(child -> child.nodeStream().forEach(node -> add(leaks, node)));
        }
        return leaks;
    }

    private static void add(List<String> leaks, Node node) {
        if (node instanceof Comment comment && !comment.getData().isBlank()) {
            leaks.add("comment");
        }
        if (node instanceof Element element) {
            String name = element.normalName();
            if (!PLAIN.contains(name) && !ALLOWED.containsKey(name)) {
                leaks.add("element " + name);
            }
            element.attributes().forEach(attribute -> add(leaks, name, attribute));
            if (name.equals("a")
                    && element.hasAttr("href")
                    && !"nofollow ugc noopener noreferrer".equals(element.attr("rel"))) {
                leaks.add("rel " + element.attr("rel"));
            }
        }
    }

    private static void add(List<String> leaks, String element, Attribute attribute) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        String value = attribute.getValue();
        String address = INVISIBLE.matcher(value).replaceAll("").toLowerCase(Locale.ROOT);
        boolean fine = ALLOWED.getOrDefault(element, Set.of()).contains(name)
                && switch (name) {
                    case "href" -> address.matches("(?s)(https?://|mailto:).*");
                    case "src" -> address.matches("(?s)https://.*");
                    case "class" -> value.matches("language-[^\\s\"'<>]+");
                    default -> true;
                };
        if (!fine) {
            leaks.add("attribute %s of %s".formatted(name, element));
        }
    }
}
