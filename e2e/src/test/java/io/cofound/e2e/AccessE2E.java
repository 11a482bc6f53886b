package io.cofound.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import io.cofound.e2e.AccessRow.Role;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may do what: every route, asked by every role, each change in a community of its own.
 */
@WholeStack
class AccessE2E {

    private static final int AT_ONCE = 6;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Cofound cofound;

    AccessE2E(Cofound cofound) {
        this.cofound = cofound;
    }

    @Test
    void the_table_knows_every_route() {
        Map<String, Map<String, Object>> paths =
                cofound.anonymous().basePath("").get("/q/openapi?format=json").path("paths");

        Set<String> routes = new TreeSet<>();
        paths.forEach((path, methods) -> methods.keySet().stream()
                .filter(method ->
                        Set.of("get", "put", "post", "patch", "delete").contains(method))
                .forEach(method -> routes.add(method.toUpperCase(Locale.ROOT) + " "
                        + path.replaceFirst("^/api/v1", "").replaceAll("\\{[^}]*}", "{}"))));

        assertThat(AccessRow.table())
                .extracting(row -> row.method() + " " + row.path())
                .doesNotHaveDuplicates();
        Set<String> rows = new TreeSet<>();
        AccessRow.table().forEach(row -> rows.add(row.route()));
        assertThat(rows).isEqualTo(routes);
    }

    @TestFactory
    Stream<DynamicTest> every_role_gets_its_answer() throws Exception {
        return answers(AccessRow.table(), "PUBLIC", List.of(Role.values())).entrySet().stream()
                .map(answer -> DynamicTest.dynamicTest(answer.getKey().toString(), () -> assertThat(answer.getValue())
                        .isEqualTo(answer.getKey().expected())));
    }

    @TestFactory
    Stream<DynamicTest> a_hidden_community_does_not_exist_for_those_outside() throws Exception {
        List<AccessRow> inside = AccessRow.table().stream()
                .filter(row -> row.isWithin("community") || row.isWithin("post") || row.isWithin("meetup"))
                .toList();
        return answers(inside, "HIDDEN", List.of(Role.ANONYMOUS, Role.STRANGER, Role.BANNED)).entrySet().stream()
                .map(answer -> DynamicTest.dynamicTest(answer.getKey().toString(), () -> {
                    assertThat(answer.getValue().get(Role.ANONYMOUS)).isIn("401", "404");
                    assertThat(answer.getValue()).containsEntry(Role.STRANGER, "404");
                    assertThat(answer.getValue())
                            .containsEntry(Role.BANNED, answer.getKey().tellsOfBan() ? "403" : "404");
                }));
    }

    /** Rows at once, the roles of a row one after another: two of them may be the same person's two hands. */
    private Map<AccessRow, Map<Role, String>> answers(List<AccessRow> rows, String visibility, List<Role> roles)
            throws Exception {
        Map<Role, AccessWorld> readers = new EnumMap<>(Role.class);
        roles.forEach(role -> readers.put(role, new AccessWorld(cofound, role, visibility)));
        Map<AccessRow, Future<Map<Role, String>>> asked = new LinkedHashMap<>();
        try (var people = Executors.newFixedThreadPool(AT_ONCE)) {
            rows.forEach(row -> asked.put(row, people.submit(() -> answers(row, visibility, readers))));
        }
        Map<AccessRow, Map<Role, String>> answered = new LinkedHashMap<>();
        for (var row : asked.entrySet()) {
            answered.put(row.getKey(), row.getValue().get());
        }
        return answered;
    }

    /** What is only read stays as it is, so all may read it in one community; each change gets one of its own. */
    private Map<Role, String> answers(AccessRow row, String visibility, Map<Role, AccessWorld> readers)
            throws IOException, InterruptedException {
        Map<Role, String> statuses = new EnumMap<>(Role.class);
        for (Role role : readers.keySet()) {
            boolean read = row.method().equals("GET");
            statuses.put(
                    role, answer(row, role, read ? readers.get(role) : new AccessWorld(cofound, role, visibility)));
        }
        return statuses;
    }

    private String answer(AccessRow row, Role role, AccessWorld world) throws IOException, InterruptedException {
        int status = ask(row, world);
        return status / 100 == 2 && row.expected().get(role).equals("2xx") ? "2xx" : Integer.toString(status);
    }

    private int ask(AccessRow row, AccessWorld world) throws IOException, InterruptedException {
        String path = "/api/v1" + world.fill(row.path());
        String body = world.fill(row.body());
        HttpRequest.Builder request = HttpRequest.newBuilder(cofound.api(path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .method(
                        row.method(),
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (world.asker() != null) {
            request.header("Authorization", "Bearer " + cofound.token(world.asker()));
        }
        if (Set.of("PUT", "PATCH").contains(row.method())) {
            revision(path, world).forEach(tag -> request.header("If-Match", tag));
        }
        return status(request.build());
    }

    /** What an honest client has read before it changes something; others read for those who may not. */
    private Stream<String> revision(String path, AccessWorld world) {
        return Stream.of(world.asker(), "ada", "bo")
                .filter(Objects::nonNull)
                .map(reader -> cofound.as(reader).basePath("").get(path).header("ETag"))
                .filter(Objects::nonNull)
                .limit(1);
    }

    /** A stream never ends, so nothing but the head of the answer is read. */
    private int status(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
        response.body().close();
        return response.statusCode();
    }
}
