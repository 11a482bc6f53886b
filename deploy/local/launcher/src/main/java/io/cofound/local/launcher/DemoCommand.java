package io.cofound.local.launcher;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.concurrent.Callable;

import io.cofound.local.infrastructure.Ports;
import io.cofound.local.launcher.demo.Demo;
import picocli.CommandLine.Command;

@Command(name = "demo", description = "Fills in a believable bilingual community; a second run adds nothing.")
final class DemoCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        var ports = Ports.defaults();
        var gateway = URI.create("http://localhost:" + ports.gateway());
        try (var http = HttpClient.newHttpClient()) {
            var tokens = new AccessTokens(AccessTokens.issuer(ports), http);
            Demo.at(gateway, http, user -> tokens.of(user, user), System.out::println)
                    .fillIn();
            System.out.println("Look at " + gateway.resolve("/api/v1/feed"));
            return 0;
        }
    }
}
