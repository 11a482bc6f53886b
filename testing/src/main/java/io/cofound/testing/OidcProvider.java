package io.cofound.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;

import com.sun.net.httpserver.HttpServer;

import static java.nio.charset.StandardCharsets.UTF_8;

/** An OIDC provider as far as a service needs one to check tokens: discovery and keys. */
final class OidcProvider implements AutoCloseable {

    static final String KEY_ID = "testing";

    private final KeyPair keys = newKeys();
    private final HttpServer server;

    OidcProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        serve("/.well-known/openid-configuration", """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "authorization_endpoint": "%1$s/authorize",
                 "token_endpoint": "%1$s/token", "introspection_endpoint": "%1$s/introspect"}""".formatted(issuer()));
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        serve("/keys", """
                {"keys": [{"kty": "RSA", "use": "sig", "alg": "RS256", "kid": "%s", "n": "%s", "e": "%s"}]}""".formatted(
                        KEY_ID,
                        base64(key.getModulus().toByteArray()),
                        base64(key.getPublicExponent().toByteArray())));
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    PrivateKey signingKey() {
        return keys.getPrivate();
    }

    static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(String path, String json) {
        server.createContext(path, exchange -> {
            byte[] body = json.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
    }

    /** Unsigned big-endian, as JWK wants it: BigInteger adds a zero byte for the sign. */
    private static String base64(byte[] number) {
        int from = number[0] == 0 ? 1 : 0;
        byte[] unsigned = java.util.Arrays.copyOfRange(number, from, number.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }
}
