package io.cofound.moderation.queue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.cofound.contracts.content.PostSubmitted;
import io.cofound.contracts.content.ReportCause;
import io.cofound.contracts.moderation.Action;
import io.cofound.moderation.Scene;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(EveryCaseIsLookedAtTwice.class)
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "moderation"))
class SecondReviewIT {

    @Inject
    DataSource database;

    @Inject
    Agreement agreement;

    private Scene scene;
    private UUID first;
    private UUID second;
    private PostSubmitted post;

    @BeforeEach
    void aReviewIsResolved() {
        scene = new Scene(database);
        first = scene.moderator();
        second = scene.moderator();
        post = scene.submitted(Scene.DOUBTFUL);
        scene.resolve(first, scene.openCase(CaseKind.REVIEW, post), "PUBLISH", "OK")
                .statusCode(200);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void whoever_judges_again_does_not_know_what_was_found_nor_where_to_look() {
        String again = scene.openCase(CaseKind.SECOND, post);

        scene.get(second, "/cases?kind=SECOND")
                .body("items.id", contains(again))
                .body("items[0].label", nullValue());
        scene.get(first, "/cases?kind=SECOND").body("items", empty());
        scene.claim(first, again).statusCode(403).body("type", endsWith("had-a-part"));
        scene.resolve(first, again, "PUBLISH", "OK").statusCode(403);
        scene.claim(second, again)
                .statusCode(200)
                .body("text", containsString("Our launch is on Monday."))
                .body("subjectId", nullValue())
                .body("decisionId", nullValue())
                .body("label", nullValue())
                .body("reasons", nullValue());
    }

    @Test
    void nor_does_whoever_judges_again_see_how_urgent_or_severe_it_was() {
        PostSubmitted attack = scene.submitted(Scene.GOOD);
        scene.decisionOn(attack);
        scene.reportedAndCounted(attack, ReportCause.ABUSE, null);
        scene.resolve(first, scene.openCase(CaseKind.REPORT, attack), "PUBLISH", "OK")
                .statusCode(200);
        String severe = scene.openCase(CaseKind.SECOND, attack);
        String mild = scene.openCase(CaseKind.SECOND, post);

        scene.get(second, "/cases?kind=SECOND")
                .body("items.size()", equalTo(2))
                .body("items.severe", everyItem(nullValue()))
                .body("items.priority", everyItem(nullValue()))
                .body("items.text", everyItem(nullValue()));
        for (String blind : List.of(severe, mild)) {
            scene.get(second, "/cases/" + blind)
                    .statusCode(200)
                    .body("severe", nullValue())
                    .body("priority", nullValue())
                    .body("text", nullValue());
        }
        String priority = "select priority from moderation_case where id = '%s'";
        assertThat(scene.value(priority.formatted(severe))).isEqualTo(scene.value(priority.formatted(mild)));
        assertThat(scene.value("select severe from moderation_case where id = '%s'".formatted(severe)))
                .isEqualTo("t");
    }

    @Test
    void agreement_is_counted_and_rules_nothing() throws Throwable {
        Instant before = Instant.now();
        scene.resolve(second, scene.openCase(CaseKind.SECOND, post), "PUBLISH", "OK")
                .statusCode(200);

        Kappa kappa = VertxContextSupport.subscribeAndAwait(() -> agreement.since(before));
        assertThat(kappa.pairs()).isEqualTo(1);
        assertThat(kappa.agreement()).isEqualTo(1);
        assertThat(scene.count("ruling where decision_id = '%s'"
                        .formatted(scene.decisionOn(post).decisionId())))
                .isEqualTo(2);
    }

    @Test
    void where_two_disagree_a_third_person_of_the_platform_decides() {
        scene.resolve(second, scene.openCase(CaseKind.SECOND, post), "REJECT", "SPAM")
                .statusCode(200);

        String third = scene.openCase(CaseKind.REVIEW, post);

        scene.get(scene.moderator(), "/cases/" + third).statusCode(404);
        scene.resolve(Person.MO.id(), third, "REJECT", "SPAM").statusCode(200);
        assertThat(scene.ruling(post, 3).action()).isEqualTo(Action.REJECT);
    }
}
