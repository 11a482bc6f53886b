package io.cofound.e2e;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.cofound.e2e.AccessRow.Role;

import static org.awaitility.Awaitility.await;

/**
 * A community made for one question: may somebody of this role do that? Ada owns it, Bo is a member and writes, Mei plays
 * the role in question. What a route names in braces is made when it is asked for.
 */
final class AccessWorld {

    private static final Pattern NAME = Pattern.compile("\\{(=?\\w+)}");
    private static final Map<String, String> IDS = Map.of(
            "ada", "0193b5a0-0000-7000-8000-000000000001",
            "mei", "0193b5a0-0000-7000-8000-000000000002",
            "bo", "0193b5a0-0000-7000-8000-000000000003",
            "chen", "0193b5a0-0000-7000-8000-000000000004");

    private final Cofound cofound;
    private final Role role;
    private final String visibility;
    private final Map<String, String> made = new HashMap<>();

    AccessWorld(Cofound cofound, Role role, String visibility) {
        this.cofound = cofound;
        this.role = role;
        this.visibility = visibility;
    }

    /** Who asks; null for nobody. */
    String asker() {
        return switch (role) {
            case ANONYMOUS -> null;
            case OWNER -> "ada";
            case OPERATOR -> "olga";
            case STRANGER, MEMBER, ORGANISER, MODERATOR, BANNED -> "mei";
        };
    }

    /** The text with every name in braces replaced by the id of what it names. */
    synchronized String fill(String text) {
        Matcher names = NAME.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (names.find()) {
            names.appendReplacement(filled, Matcher.quoteReplacement(thing(names.group(1))));
        }
        return names.appendTail(filled).toString();
    }

    private String thing(String name) {
        if (name.startsWith("=")) {
            return name.substring(1);
        }
        String known = made.get(name);
        if (known == null) {
            known = make(name);
            made.put(name, known);
        }
        return known;
    }

    private String make(String name) {
        return switch (name) {
            case "community" -> community();
            case "me" -> IDS.getOrDefault(asker(), "0193b5a0-0000-7000-8000-000000000006");
            case "member" -> bo();
            case "stranger" -> IDS.get("chen");
            case "requester" -> requester();
            case "invitation" -> created("ada", "/communities/{community}/invitations", "{}");
            case "banned" -> banned();
            case "post" -> post();
            case "comment" -> comment();
            case "decision" -> decision();
            case "meetup" -> meetup();
            case "opportunity" -> opportunity();
            case "topic" -> "content.post";
            case "now" -> inDays(0);
            case "tomorrow" -> inDays(1);
            case "dayAfter" -> inDays(2);
            case "nothing" -> UUID.randomUUID().toString();
            default -> throw new IllegalArgumentException("access.tsv names " + name + ", which nobody makes");
        };
    }

    private String community() {
        String id = cofound.as("ada")
                .body(Map.of("name", "Who may do what", "visibility", visibility))
                .post("/communities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        made.put("community", id);
        switch (role) {
            case ANONYMOUS, STRANGER, OWNER, OPERATOR -> {}
            case MEMBER -> join("mei", id);
            case ORGANISER, MODERATOR -> {
                join("mei", id);
                cofound.as("ada")
                        .body(Map.of("role", role.name()))
                        .put("/communities/" + id + "/members/" + IDS.get("mei"))
                        .then()
                        .statusCode(200);
            }
            case BANNED -> {
                join("mei", id);
                ban("mei", id);
            }
        }
        awaitCopies(id, IDS.get("ada"), "OWNER");
        if (role == Role.BANNED || role.compareTo(Role.MEMBER) >= 0 && role.compareTo(Role.MODERATOR) <= 0) {
            awaitCopies(id, IDS.get("mei"), role == Role.BANNED ? null : role.name());
        }
        return id;
    }

    private void join(String who, String community) {
        String body = "HIDDEN".equals(visibility)
                ? "{\"invitation\": \"%s\"}"
                        .formatted(cofound.as("ada")
                                .body("{}")
                                .post("/communities/" + community + "/invitations")
                                .then()
                                .statusCode(201)
                                .extract()
                                .<String>path("code"))
                : "{}";
        cofound.as(who)
                .body(body)
                .post("/communities/" + community + "/members")
                .then()
                .statusCode(201);
    }

    private void ban(String who, String community) {
        cofound.as("ada")
                .body("{\"reason\": \"Sold followers to members\"}")
                .put("/communities/" + community + "/bans/" + IDS.get(who))
                .then()
                .statusCode(200);
    }

    private String bo() {
        String community = thing("community");
        if (!made.containsKey("member")) {
            join("bo", community);
            awaitCopies(community, IDS.get("bo"), "MEMBER");
        }
        return IDS.get("bo");
    }

    /** Nobody can ask to join what nobody may know of. */
    private String requester() {
        String community = thing("community");
        if ("HIDDEN".equals(visibility)) {
            return IDS.get("chen");
        }
        var current = cofound.as("ada").get("/communities/" + community);
        cofound.as("ada")
                .header("If-Match", current.header("ETag"))
                .body("{\"joining\": \"REQUEST\"}")
                .patch("/communities/" + community)
                .then()
                .statusCode(200);
        cofound.as("chen")
                .body("{\"message\": \"I build sensors\"}")
                .post("/communities/" + community + "/members")
                .then()
                .statusCode(202);
        return IDS.get("chen");
    }

    private String banned() {
        join("chen", thing("community"));
        ban("chen", thing("community"));
        return IDS.get("chen");
    }

    private String post() {
        thing("member");
        String id = created("bo", "/communities/{community}/posts", """
                {"type": "QUESTION", "title": "How do you price by machine?",
                 "body": "We sell scheduling software to small factories. Would you charge by machine or by seat?"}""");
        await().atMost(Duration.ofSeconds(30)).until(() -> "PUBLISHED"
                .equals(cofound.as("bo").get("/posts/" + id).path("state")));
        return id;
    }

    private String comment() {
        String id = created("bo", "/posts/" + thing("post") + "/comments", """
                {"body": "We price by seat since March and lost no customer over it."}""");
        await().atMost(Duration.ofSeconds(30)).until(() -> "PUBLISHED"
                .equals(cofound.as("bo").get("/comments/" + id).path("state")));
        return id;
    }

    private String decision() {
        return cofound.as("bo").get("/posts/" + thing("post")).path("decision.id");
    }

    private String meetup() {
        String id = created("ada", "/communities/{community}/events", """
                {"title": "Founders' breakfast", "description": "One long table", "mode": "ONSITE",
                 "startsAt": "%s", "endsAt": "%s", "timeZone": "Asia/Shanghai", "capacity": 5, "publish": true}""".formatted(inDays(3), inDays(4)));
        awaitAccepted("ada", "/events/" + id);
        return id;
    }

    private String opportunity() {
        String id = created("bo", "/opportunities", """
                {"kind": "NEED", "category": "TALENT", "title": "Firmware engineer for a wearable",
                 "text": "Part-time, has shipped BLE firmware on low-power chips."}""");
        awaitAccepted("bo", "/opportunities/" + id);
        return id;
    }

    private void awaitAccepted(String who, String path) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> "PUBLISHED".equals(cofound.as(who).get(path).path("moderation.state")));
    }

    private String created(String who, String path, String body) {
        return cofound.as(who)
                .body(body)
                .post(fill(path))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The services keep copies of memberships; a question asked before they have them would be another question. */
    private void awaitCopies(String community, String member, String role) {
        for (String service : List.of("content", "event", "moderation")) {
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> Objects.equals(copy(service, community, member), role));
        }
    }

    private String copy(String service, String community, String member) throws SQLException {
        Connection database = cofound.database(service);
        synchronized (database) {
            try (var query = database.prepareStatement("select role from membership where community_id = ?::uuid"
                    + " and member_id = ?::uuid"
                    + (service.equals("event") ? " and role is not null" : " and active"))) {
                query.setString(1, community);
                query.setString(2, member);
                var rows = query.executeQuery();
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    private static String inDays(int days) {
        return Instant.now()
                .plus(days, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }
}
