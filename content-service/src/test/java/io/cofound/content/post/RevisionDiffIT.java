package io.cofound.content.post;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cofound.content.ContentScenario;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.moderation.Action;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.cofound.content.ContentScenario.as;
import static io.cofound.content.ContentScenario.awaitState;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class RevisionDiffIT {

    private final ContentScenario scenario = new ContentScenario();
    private UUID post;

    /** Published, edited unseen, and edited and published again. */
    @BeforeEach
    void write() {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.PRE);
        post = scenario.published(Person.ADA, community, "First title");
        edit(1, Map.of("title", "Second title", "body", "How we did it.\nAnd why."));
        edit(2, Map.of("title", "Third title", "tags", List.of("java", "ai"), "summary", "In short."));
        scenario.decided(post, 3, Action.PUBLISH);
        awaitState(Person.ADA, post, "PUBLISHED");
    }

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void an_author_sees_what_each_text_changed() {
        diff(Person.ADA, "2/diff")
                .statusCode(200)
                .body("against", equalTo(1))
                .body("title.op", equalTo(List.of("REMOVED", "ADDED", "SAME")))
                .body("title.text", equalTo(List.of("First", "Second", " title")))
                .body("body.op", equalTo(List.of("SAME", "ADDED")))
                .body("body.text", equalTo(List.of("How we did it.", "And why.")));
        diff(Person.ADA, "3/diff")
                .body("against", equalTo(2))
                .body("summary.op", equalTo(List.of("ADDED")))
                .body("tags.op", equalTo(List.of("SAME", "REMOVED", "ADDED")))
                .body("body.op", equalTo(List.of("SAME", "SAME")));
        diff(Person.ADA, "1/diff?against=2").body("body.op", equalTo(List.of("SAME", "REMOVED")));
        diff(Person.ADA, "1/diff").body("against", nullValue()).body("title.op", equalTo(List.of("ADDED")));
    }

    @Test
    void others_compare_what_was_published_alone() {
        diff(Person.BO, "3/diff").statusCode(200).body("against", equalTo(1));
        diff(Person.BO, "2/diff").statusCode(404);
        diff(Person.BO, "3/diff?against=2").statusCode(404);
        diff(Person.MO, "3/diff?against=2").statusCode(200);
    }

    @Test
    void what_is_not_there_is_not_found() {
        diff(Person.ADA, "4/diff").statusCode(404);
        diff(Person.ADA, "3/diff?against=9").statusCode(404);
    }

    private ValidatableResponse diff(Person reader, String path) {
        return as(reader).get("/api/v1/posts/" + post + "/revisions/" + path).then();
    }

    private void edit(long revision, Map<String, Object> change) {
        as(Person.ADA)
                .header("If-Match", "\"" + revision + "\"")
                .body(change)
                .patch("/api/v1/posts/" + post)
                .then()
                .statusCode(200);
    }
}
