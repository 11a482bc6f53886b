package io.cofound.local.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** The database roles' passwords: drawn once per data folder, readable by its owner alone, hexadecimal. */
final class Credentials {

    static final String ADMINISTRATOR = "postgres";

    /** Each has a role and a database of its own name. */
    static final List<String> OWNERS = List.of("community", "content", "event", "matching", "moderation", "keycloak");

    private final Properties passwords;

    private Credentials(Properties passwords) {
        this.passwords = passwords;
    }

    static synchronized Credentials in(Path dataFolder) {
        var file = dataFolder.resolve("passwords.properties");
        var passwords = new Properties();
        try {
            if (Files.exists(file)) {
                try (var reader = Files.newBufferedReader(file)) {
                    passwords.load(reader);
                }
            } else {
                var random = new SecureRandom();
                Stream.concat(Stream.of(ADMINISTRATOR), OWNERS.stream())
                        .forEach(role -> passwords.setProperty(role, draw(random)));
                write(passwords, file);
            }
            return new Credentials(passwords);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the passwords in " + file, e);
        }
    }

    String password(String role) {
        var password = passwords.getProperty(role);
        if (password == null) {
            throw new IllegalArgumentException("No database role is called " + role);
        }
        return password;
    }

    private static String draw(SecureRandom random) {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void write(Properties passwords, Path file) throws IOException {
        var folder = Files.createDirectories(file.toAbsolutePath().getParent());
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var unfinished = Files.createTempFile(folder, "passwords", null, ownerOnly);
        try (var writer = Files.newBufferedWriter(unfinished)) {
            passwords.store(writer, null);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
