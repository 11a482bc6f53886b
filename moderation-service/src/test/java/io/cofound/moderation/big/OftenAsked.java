package io.cofound.moderation.big;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import io.cofound.contracts.content.PostSubmitted;
import io.cofound.contracts.content.ReportCause;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.contracts.privacy.PublicContent;
import io.cofound.moderation.Scene;
import io.cofound.moderation.queue.CaseKind;
import io.cofound.platform.privacy.PersonalData;
import io.cofound.testing.Person;
import io.cofound.testing.TestTokens;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.RestAssured;
import io.smallrye.mutiny.Uni;
import org.awaitility.Awaitility;

/** What authors, moderators, operators and other services want of moderation every day. */
final class OftenAsked {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Scene scene;
    private final List<PersonalData> personalData;

    OftenAsked(Scene scene, List<PersonalData> personalData) {
        this.scene = scene;
        this.personalData = personalData;
    }

    void ask() {
        moderate();
        appeal();
        operate();
        write();
        waitForTheLanguageModel();
        takeAlongAndErase();
    }

    /** For the whole platform, and in two communities. */
    private void moderate() {
        String community = id("big_id('community', 0)");
        String ofTwo = TestTokens.ofSubject(id("big_id('moderator', 0)"));
        for (String filter :
                List.of("", "&kind=APPEAL", "&state=CLAIMED", "&state=RESOLVED", "&communityId=" + community)) {
            pages(TestTokens.of(Person.MO), "/cases?limit=5" + filter);
            pages(ofTwo, "/cases?limit=5" + filter);
        }
        for (String which : List.of("severe and kind <> 'APPEAL'", "kind = 'APPEAL'")) {
            String open = scene.value("select id from moderation_case where stage = 'OPEN' and claimed_by is null and "
                    + which + " order by id desc limit 1");
            scene.claim(Person.MO.id(), open).statusCode(200);
            scene.get(Person.MO.id(), "/cases/" + open).statusCode(200);
            scene.get(Person.MO.id(), "/cases/" + open + "/notes").statusCode(200);
            scene.resolve(Person.MO.id(), open, "REJECT", "SPAM").statusCode(200);
        }
    }

    private void appeal() {
        UUID author = UUID.fromString(id("big_id('author', 50)"));
        String decision = "/decisions/" + id("big_timed_id('decision', 50)");
        scene.get(author, decision).statusCode(200);
        scene.get(author, decision + "/statement").statusCode(200);
        String appeal = scene.post(author, decision + "/appeals", Map.of("text", "It was a joke."))
                .statusCode(201)
                .extract()
                .path("id");
        scene.get(author, "/appeals/" + appeal).statusCode(200);
    }

    private void operate() {
        scene.get(Person.MO.id(), "/metrics").statusCode(200);
        pages(TestTokens.of(Person.MO), "/rules?limit=5");
        pages(TestTokens.of(Person.OLGA), "/egress?limit=5");
        read(TestTokens.of(Person.OLGA), "/budget?communityId=" + id("big_id('community', 0)"));
    }

    /** By somebody who is new there. */
    private void write() {
        scene.execute("insert into newcomer (community_id, member_id, joined_at) values ('%s', '%s', now())"
                .formatted(scene.community, scene.author));
        PostSubmitted post = scene.submitted(Scene.GOOD);
        await("decision where subject_id = '%s'".formatted(post.postId()), 1);
        scene.reportedAndCounted(post, ReportCause.SPAM, null);
        scene.openCase(CaseKind.REPORT, post);
        scene.hear(scene.removal(post));
    }

    /** A worker finds it, as its author did not consent to more. */
    private void waitForTheLanguageModel() {
        scene.execute("""
                insert into pending_review (id, subject_kind, subject_id, subject_revision, community_id, author_id, text,
                    classification, attempts, leased_until, submitted_at)
                values (big_id('waits', 0), 'POST', big_id('waits', 0), 1, big_id('community', 0), big_id('author', 1),
                    'text', '{"label": "SPAM", "scores": {"OK": 0.4, "SPAM": 0.4, "ABUSE": 0.1, "SCAM": 0.1},
                        "action": "HOLD", "rung": "MODEL", "reasons": [{"clause": "c", "evidence": "e"}],
                        "model": "m"}', 0, now(), now())""");
        await("pending_review where id = big_id('waits', 0)", 0);
    }

    private void takeAlongAndErase() {
        UUID author = UUID.fromString(id("big_id('author', 60)"));
        var request = new ErasureRequested(UUID.randomUUID(), author, 1, PublicContent.REMOVE, Instant.now());
        for (PersonalData part : personalData) {
            inTransaction(() -> part.export(author).replaceWithVoid());
            inTransaction(() -> part.erase(request));
        }
    }

    private static void inTransaction(Supplier<Uni<Void>> work) {
        try {
            VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(work));
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private void await(String from, long count) {
        Awaitility.await(from).atMost(PATIENCE).until(() -> scene.count(from) == count);
    }

    private void pages(String token, String list) {
        String cursor = read(token, list);
        if (cursor != null) {
            read(token, list + "&cursor=" + cursor);
        }
    }

    private static String read(String token, String path) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .get("/api/v1/moderation" + path)
                .then()
                .statusCode(200)
                .extract()
                .path("nextCursor");
    }

    private String id(String function) {
        return scene.value("select " + function);
    }
}
