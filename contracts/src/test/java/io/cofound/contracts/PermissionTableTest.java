package io.cofound.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.Permission;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Keeps the table of {@code docs/permissions.md}; {@code -Dcontracts.write=true} writes it. */
class PermissionTableTest {

    private static final Path PAGE = Path.of("../docs/permissions.md");
    private static final String BEGIN = "<!-- permissions, generated -->\n";
    private static final String END = "<!-- end of permissions -->";

    @Test
    void thePageSaysWhatTheCodeDoes() throws IOException {
        // Given
        String page = Files.readString(PAGE);
        int from = page.indexOf(BEGIN) + BEGIN.length();
        String table = table();
        if (Revisions.WRITE) {
            page = page.substring(0, from) + table + page.substring(page.indexOf(END));
            Files.writeString(PAGE, page);
        }

        // Then
        assertThat(page.substring(from, page.indexOf(END)))
                .as("run with -Dcontracts.write=true")
                .isEqualTo(table);
    }

    @Test
    void thoseOutsideHaveNoPermission() {
        assertThat(Permission.values()).noneMatch(permission -> permission.isHeldBy(null));
    }

    @Test
    void theOwnerHasEveryPermission() {
        assertThat(Permission.values()).allMatch(permission -> permission.isHeldBy(CommunityRole.OWNER));
    }

    private static String table() {
        var words = Javadoc.of(Permission.class).constants();
        String head = Arrays.stream(CommunityRole.values()).map(Enum::name).collect(Collectors.joining(" | "));
        return "| permission | %s | allows to |\n|---|%s---|\n".formatted(head, "---|".repeat(4))
                + Arrays.stream(Permission.values())
                        .map(permission -> "| %s | %s | %s |\n"
                                .formatted(permission, marks(permission), words.get(permission.name())))
                        .collect(Collectors.joining());
    }

    private static String marks(Permission permission) {
        return Arrays.stream(CommunityRole.values())
                .map(role -> permission.isHeldBy(role) ? "yes" : "–")
                .collect(Collectors.joining(" | "));
    }
}
