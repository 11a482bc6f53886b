package io.cofound.content.report;

import java.util.UUID;

import io.cofound.content.ContentScenario;
import io.cofound.content.Participant;
import io.cofound.contracts.Topics;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.content.ContentReported;
import io.cofound.contracts.content.ReportCause;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.contracts.moderation.SubjectKind;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.cofound.content.ContentScenario.as;
import static io.cofound.content.ContentScenario.awaitState;
import static io.cofound.content.ContentScenario.decidedAnew;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class ReportIT {

    private final ContentScenario scenario = new ContentScenario();
    private UUID community;
    private UUID post;
    private Participant member;

    @BeforeEach
    void found() {
        community = scenario.community(Visibility.PUBLIC, ModerationMode.POST);
        post = scenario.posted(Person.ADA, community, "Buy now");
        member = new Participant(scenario).joined(community, CommunityRole.MEMBER, post);
    }

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void a_report_is_told_to_those_who_judge() {
        String id = report(member, post, "{\"cause\": \"SPAM\", \"note\": \" Third time this week \"}")
                .statusCode(201)
                .body("note", equalTo("Third time this week"))
                .extract()
                .path("id");

        try (var reports = new TopicReader(Topics.CONTENT_REPORT)) {
            ContentReported told = reports.await(
                    ContentReported.class,
                    report -> report.reportId().toString().equals(id));
            assertThat(told)
                    .usingRecursiveComparison()
                    .ignoringFields("reportId", "reportedAt")
                    .isEqualTo(new ContentReported(
                            null,
                            SubjectKind.POST,
                            post,
                            post,
                            community,
                            member.id,
                            Person.ADA.id(),
                            ReportCause.SPAM,
                            "Third time this week",
                            null));
        }
    }

    @Test
    void a_repeat_is_answered_with_the_first() {
        String first = report(member, post, "{\"cause\": \"SPAM\"}")
                .statusCode(201)
                .extract()
                .path("id");

        report(member, post, "{\"cause\": \"ABUSE\", \"note\": \"And rude\"}")
                .statusCode(200)
                .body("id", equalTo(first))
                .body("cause", equalTo("SPAM"));
    }

    @Test
    void a_member_reports_again_what_was_changed() {
        String first = report(member, post, "{\"cause\": \"SPAM\"}")
                .statusCode(201)
                .extract()
                .path("id");
        scenario.edited(Person.ADA, post, 1, "Send me your savings").statusCode(200);

        String second = report(member, post, "{\"cause\": \"SCAM\"}")
                .statusCode(201)
                .body("id", not(equalTo(first)))
                .body("cause", equalTo("SCAM"))
                .extract()
                .path("id");

        report(member, post, "{\"cause\": \"ABUSE\"}").statusCode(200).body("id", equalTo(second));
        try (var reports = new TopicReader(Topics.CONTENT_REPORT)) {
            reports.await(
                    ContentReported.class,
                    report -> report.reportId().toString().equals(second));
        }
    }

    @Test
    void an_edit_that_others_do_not_see_is_no_reason_to_report_again() {
        UUID judgedFirst = scenario.community(Visibility.PUBLIC, ModerationMode.PRE);
        UUID shown = scenario.published(Person.ADA, judgedFirst, "Buy now");
        member = new Participant(scenario).joined(judgedFirst, CommunityRole.MEMBER, shown);
        report(member, shown, "{\"cause\": \"SPAM\"}").statusCode(201);

        scenario.edited(Person.ADA, shown, 1, "Send me your savings").statusCode(200);
        scenario.decided(shown, 2, Action.REJECT);
        awaitState(Person.ADA, shown, "REJECTED");

        report(member, shown, "{\"cause\": \"SPAM\"}").statusCode(200);
    }

    @Test
    void what_others_do_not_see_is_reported_once_and_again_when_they_do() {
        Participant moderator = new Participant(scenario).joined(community, CommunityRole.MODERATOR, post);
        DecisionMade refusal = scenario.decided(post, 1, Action.REJECT);
        awaitState(Person.ADA, post, "REJECTED");
        report(moderator, post, "{\"cause\": \"SPAM\"}").statusCode(201);
        report(moderator, post, "{\"cause\": \"SPAM\"}").statusCode(200);

        scenario.publisher().publish(decidedAnew(refusal, Action.PUBLISH));
        awaitState(Person.ADA, post, "PUBLISHED");

        report(moderator, post, "{\"cause\": \"SPAM\"}").statusCode(201);
    }

    @Test
    void a_comment_is_reported_again_when_others_see_another_text() {
        String comment = as(Person.ADA)
                .body("{\"body\": \"Nice\"}")
                .post("/api/v1/posts/" + post + "/comments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String reports = "/api/v1/comments/" + comment + "/reports";
        member.as().body("{\"cause\": \"SPAM\"}").post(reports).then().statusCode(201);
        member.as().body("{\"cause\": \"SPAM\"}").post(reports).then().statusCode(200);

        as(Person.ADA)
                .header("If-Match", "\"1\"")
                .body("{\"body\": \"Send me your savings\"}")
                .patch("/api/v1/comments/" + comment)
                .then()
                .statusCode(200);
        member.as().body("{\"cause\": \"SCAM\"}").post(reports).then().statusCode(201);
    }

    @Test
    void a_retried_request_is_answered_as_it_was() {
        for (int attempt = 1; attempt <= 2; attempt++) {
            member.as()
                    .header("Idempotency-Key", "report-" + post)
                    .body("{\"cause\": \"SPAM\"}")
                    .post("/api/v1/posts/" + post + "/reports")
                    .then()
                    .statusCode(201);
        }
    }

    @Test
    void not_everything_can_be_reported_by_everybody() {
        as(Person.ADA)
                .body("{\"cause\": \"SPAM\"}")
                .post("/api/v1/posts/" + post + "/reports")
                .then()
                .statusCode(422)
                .body("type", endsWith(":own-text"));
        report(new Participant(scenario), post, "{\"cause\": \"SPAM\"}").statusCode(403);
        report(member, UUID.randomUUID(), "{\"cause\": \"SPAM\"}").statusCode(404);
        report(member, post, "{\"cause\": \"BORING\"}").statusCode(400);
        report(member, post, "{\"cause\": \"SPAM\", \"note\": \"" + "长".repeat(1_001) + "\"}")
                .statusCode(400);
    }

    @Test
    void moderators_see_what_was_reported_and_not_by_whom() {
        UUID other = scenario.posted(Person.ADA, community, "Buy later");
        report(member, post, "{\"cause\": \"SPAM\"}");
        report(member, other, "{\"cause\": \"SCAM\"}");
        String reports = "/api/v1/communities/" + community + "/reports";

        String cursor = as(Person.ADA)
                .get(reports + "?limit=1")
                .then()
                .statusCode(200)
                .body("items.subjectId", contains(other.toString()))
                .body(not(containsString(member.id.toString())))
                .extract()
                .path("nextCursor");
        as(Person.MO)
                .get(reports + "?limit=1&cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("items.subjectId", contains(post.toString()));
        member.as().get(reports).then().statusCode(403);
        member.as()
                .get("/api/v1/communities/" + UUID.randomUUID() + "/reports")
                .then()
                .statusCode(404);
    }

    private static ValidatableResponse report(Participant reporter, UUID post, String draft) {
        return reporter.as()
                .body(draft)
                .post("/api/v1/posts/" + post + "/reports")
                .then();
    }
}
