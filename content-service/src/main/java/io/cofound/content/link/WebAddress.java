package io.cofound.content.link;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address in the web as RFC 3986 takes it apart, in ASCII; its fragment, which no server ever sees, is left out. Who
 * brings a name and password, a backslash or an invisible character has no address: browsers read those otherwise than
 * people do.
 *
 * @param scheme {@code http} or {@code https}
 * @param host lower case, IDNA 2003, without the final dot of a full name
 * @param port the scheme's own unless another was given
 * @param path empty, or from its first slash
 * @param query without its question mark; null where there is none
 */
record WebAddress(String scheme, String host, int port, String path, String query) {

    /** Browsers and servers alike take this many characters; so does an index of PostgreSQL. */
    static final int LONGEST = 2000;

    private static final Pattern PARTS =
            Pattern.compile("(?is)(https?)://([^/?#@]+?)(?::(\\d{0,5}))?(/[^?#]*)?(?:\\?([^#]*))?(?:#.*)?");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Z}\\\\]");
    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]{2,45}]");
    private static final String ALLOWED = "-._~!$&()*+,;=:@/?%";

    static Optional<WebAddress> parse(String text) {
        String address = text.strip();
        Matcher parts = PARTS.matcher(address);
        if (address.length() > LONGEST || UNSEEN.matcher(address).find() || !parts.matches()) {
            return Optional.empty();
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        int port = parts.group(3) == null || parts.group(3).isEmpty()
                ? defaultPort(scheme)
                : Integer.parseInt(parts.group(3));
        String path = parts.group(4) == null ? "" : ascii(parts.group(4));
        String query = parts.group(5) == null ? null : ascii(parts.group(5));
        return host(parts.group(2))
                .filter(host -> port > 0 && port < 1 << 16)
                .map(host -> new WebAddress(scheme, host, port, path, query))
                .filter(found -> found.toString().length() <= LONGEST);
    }

    boolean isOnDefaultPort() {
        return port == defaultPort(scheme);
    }

    /** As it is written into a link. */
    @Override
    public String toString() {
        return scheme + "://" + authority() + (path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    }

    String authority() {
        return isOnDefaultPort() ? host : host + ":" + port;
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    private static Optional<String> host(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("[")) {
            return Optional.of(lower).filter(host -> IPV6.matcher(host).matches());
        }
        try {
            String name = IDN.toASCII(lower, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
            return Optional.of(bare)
                    .filter(host -> host.length() <= 253 && NAME.matcher(host).matches());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Percent-encodes what RFC 3986 does not allow, and the quotes that would end an attribute. */
    private static String ascii(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (octet & 0xff);
            boolean plain = letter < 0x80 && (Character.isLetterOrDigit(letter) || ALLOWED.indexOf(letter) >= 0);
            ascii.append(plain ? String.valueOf(letter) : "%%%02X".formatted((int) letter));
        }
        return ascii.toString();
    }
}
