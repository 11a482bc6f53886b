package io.cofound.gateway.upstream;

import java.util.List;

import io.vertx.core.MultiMap;

/** Headers that are meant for the next hop only (RFC 9110, section 7.6.1). */
final class HopByHop {

    private static final List<String> ALWAYS = List.of(
            "Connection",
            "Expect",
            "Keep-Alive",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "Proxy-Connection",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade");

    private HopByHop() {}

    /** Removes them, and those that the Connection header names. */
    static void remove(MultiMap headers) {
        for (String named : headers.getAll("Connection")) {
            for (String name : named.split(",")) {
                headers.remove(name.strip());
            }
        }
        ALWAYS.forEach(headers::remove);
    }
}
