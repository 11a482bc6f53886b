package io.cofound.content.link;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a piece of news was found. Two addresses of the same page, as people pass them on, have the same {@link #key()}:
 * the equivalences of RFC 3986, section 6, and parameters that say who passed it on and not what it is.
 *
 * @param address canonical and still to be opened: nothing is changed on which a server may depend
 * @param key for comparing alone: without the scheme, since http and https lead to the same page, and without the path's
 *     final slash
 */
public record SourceUrl(String address, String key) {

    private static final String CAMPAIGN = "utm_";

    /** What search engines, networks, newsletters and messengers append, as they document it. */
    private static final Set<String> TRACKING = Set.of(
            "fbclid",
            "gclid",
            "gclsrc",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "yclid",
            "twclid",
            "ttclid",
            "igshid",
            "igsh",
            "mc_cid",
            "mc_eid",
            "_hsenc",
            "_hsmi",
            "spm",
            "scm",
            "from",
            "isappinstalled",
            "share_token");

    private static final Pattern ENCODED = Pattern.compile("%(\\p{XDigit}{2})?");
    private static final String UNRESERVED = "-._~";

    /** Empty for what is no address in the web, or is longer than 2,000 characters in ASCII. */
    public static Optional<SourceUrl> parse(String text) {
        return WebAddress.parse(text)
                .map(SourceUrl::canonical)
                .filter(web -> web.toString().length() <= WebAddress.LONGEST)
                .map(SourceUrl::of);
    }

    private static SourceUrl of(WebAddress web) {
        String query = web.query() == null ? "" : "?" + web.query();
        return new SourceUrl(web.toString(), web.authority() + web.path().replaceAll("/++$", "") + query);
    }

    private static WebAddress canonical(WebAddress web) {
        return new WebAddress(
                web.scheme(), web.host(), web.port(), withoutDots(decoded(web.path())), sorted(web.query()));
    }

    private static String sorted(String query) {
        if (query == null) {
            return null;
        }
        String kept = Arrays.stream(query.split("&"))
                .filter(parameter -> !parameter.isEmpty() && !isTracking(name(parameter)))
                .map(SourceUrl::decoded)
                .sorted(Comparator.comparing(SourceUrl::name))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? null : kept;
    }

    private static String name(String parameter) {
        return parameter.replaceFirst("(?s)=.*", "");
    }

    private static boolean isTracking(String name) {
        String lower = decoded(name).toLowerCase(Locale.ROOT);
        return lower.startsWith(CAMPAIGN) || TRACKING.contains(lower);
    }

    /** RFC 3986, 6.2.2: letters that need no encoding are decoded, other octets are written in capitals. */
    private static String decoded(String text) {
        return ENCODED.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(decoded(found.group(), found.group(1))));
    }

    private static String decoded(String written, String octet) {
        if (octet == null) {
            return "%25";
        }
        char letter = (char) Integer.parseInt(octet, 16);
        boolean unreserved = letter < 0x80 && (Character.isLetterOrDigit(letter) || UNRESERVED.indexOf(letter) >= 0);
        return unreserved ? String.valueOf(letter) : written.toUpperCase(Locale.ROOT);
    }

    /** RFC 3986, 5.2.4. */
    private static String withoutDots(String path) {
        if (path.isEmpty()) {
            return "/";
        }
        Deque<String> segments = new ArrayDeque<>();
        String[] given = path.substring(1).split("/", -1);
        for (int i = 0; i < given.length; i++) {
            boolean last = i == given.length - 1;
            switch (given[i]) {
                case "." -> finish(segments, last);
                case ".." -> {
                    segments.pollLast();
                    finish(segments, last);
                }
                default -> segments.addLast(given[i]);
            }
        }
        return "/" + String.join("/", segments);
    }

    /** Dots at the end stand for a directory. */
    private static void finish(Deque<String> segments, boolean last) {
        if (last) {
            segments.addLast("");
        }
    }
}
