package io.cofound.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Who gets what answer from a route.
 *
 * @param path below /api/v1, with names of things in braces that {@link AccessWorld} makes; {@code {=word}} is the word
 * @param expected the status for every role; 2xx where it depends on what was before
 * @param body JSON, with names in braces as well; empty for none
 */
record AccessRow(String method, String path, Map<AccessRow.Role, String> expected, String body) {

    /** How somebody stands to the community that a route is about. */
    enum Role {
        ANONYMOUS,
        STRANGER,
        MEMBER,
        ORGANISER,
        MODERATOR,
        OWNER,
        BANNED,
        OPERATOR
    }

    /** The table {@code access.tsv}: a row for every route. */
    static List<AccessRow> table() {
        try (var lines =
                new BufferedReader(new InputStreamReader(AccessRow.class.getResourceAsStream("/access.tsv"), UTF_8))) {
            List<String> columns = List.of(lines.readLine().split("\t"));
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> read(columns, line.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The route without the names of its parameters, as two documents may name them differently. */
    String route() {
        return method + " " + path.replaceAll("\\?.*", "").replaceAll("\\{[^}]*}", "{}");
    }

    boolean isWithin(String thing) {
        return path.contains("{" + thing + "}");
    }

    /** Who wants to join again hears until when the own ban lasts, and why. */
    boolean tellsOfBan() {
        return route().equals("POST /communities/{}/members");
    }

    private static AccessRow read(List<String> columns, String[] cells) {
        Map<Role, String> expected = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            expected.put(role, cells[columns.indexOf(role.name().toLowerCase(Locale.ROOT))]);
        }
        String body = columns.indexOf("body") < cells.length ? cells[columns.indexOf("body")] : "";
        return new AccessRow(cells[0], cells[1], expected, body);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
