package io.cofound.local.launcher;

import java.net.http.HttpClient;
import java.util.concurrent.Callable;

import io.cofound.local.infrastructure.Ports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "token", description = "Prints an access token of a demo user.")
final class TokenCommand implements Callable<Integer> {

    @Parameters(paramLabel = "USER", description = "ada, mei, bo, chen, mo or olga")
    private String user;

    @Option(names = "--password", description = "The same as the user name if left out.")
    private String password;

    @Override
    public Integer call() {
        try (var http = HttpClient.newHttpClient()) {
            var tokens = new AccessTokens(AccessTokens.issuer(Ports.defaults()), http);
            System.out.println(tokens.of(user, password == null ? user : password));
            return 0;
        }
    }
}
