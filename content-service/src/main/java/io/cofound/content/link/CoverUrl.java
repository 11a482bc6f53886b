package io.cofound.content.link;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The address of a picture. It is judged by how it is written and never resolved or fetched: readers' browsers load it.
 * So what it names must be a public name: an address by number, whichever way it is written, and names that by their
 * standards stand for something in the reader's own network are refused. A public name that leads to a private address
 * is not noticed.
 *
 * @param address https on port 443, ASCII, without its fragment
 */
public record CoverUrl(String address) {

    /** WHATWG URL, "ends in a number": browsers take such a host for an IPv4 address, in any of its notations. */
    private static final Pattern NUMERIC = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)");

    /**
     * RFC 6761 (localhost, test, invalid), RFC 6762 (local, and in appendix G what networks use in its place), RFC 8375
     * (home.arpa), RFC 7686 (onion), ICANN's resolution of 2024-07-29 (internal).
     */
    private static final Set<String> NOT_PUBLIC = Set.of(
            "localhost",
            "localdomain",
            "test",
            "invalid",
            "local",
            "intranet",
            "internal",
            "private",
            "corp",
            "home",
            "lan",
            "arpa",
            "onion");

    /** Empty for what may not be a post's picture. */
    public static Optional<CoverUrl> parse(String text) {
        return WebAddress.parse(text)
                .filter(web -> web.scheme().equals("https") && web.isOnDefaultPort() && isPublic(web.host()))
                .map(web -> new CoverUrl(web.toString()));
    }

    private static boolean isPublic(String host) {
        String last = host.substring(host.lastIndexOf('.') + 1);
        return host.contains(".")
                && !host.startsWith("[")
                && !NUMERIC.matcher(host).matches()
                && !NOT_PUBLIC.contains(last);
    }
}
