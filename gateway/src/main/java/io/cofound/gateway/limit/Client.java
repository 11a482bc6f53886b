package io.cofound.gateway.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.UUID;

import io.cofound.platform.web.identity.Caller;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;

/** Whom a request is counted for. */
sealed interface Client {

    record Member(UUID id) implements Client {}

    /** @param network the address; of an IPv6 one the first half, which is what one household or firm is given */
    record Address(String network) implements Client {}

    static Client of(RoutingContext context) {
        if (context.user() instanceof QuarkusHttpUser user) {
            var member = Caller.of(user.getSecurityIdentity()).optionalId();
            if (member.isPresent()) {
                return new Member(member.get());
            }
        }
        return new Address(network(context.request().remoteAddress().hostAddress()));
    }

    /** @param address numeric, as the HTTP server gives it */
    static String network(String address) {
        return InetAddress.ofLiteral(address) instanceof Inet6Address v6
                ? HexFormat.of().formatHex(v6.getAddress(), 0, 8)
                : address;
    }
}
