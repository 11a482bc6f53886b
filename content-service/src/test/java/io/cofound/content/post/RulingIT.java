package io.cofound.content.post;

import java.util.UUID;
import java.util.concurrent.TimeUnit;

import io.cofound.content.ContentScenario;
import io.cofound.contracts.Topics;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.content.PostHeld;
import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.content.PostRejected;
import io.cofound.contracts.content.PostRemoved;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** A text is judged anew by people; whichever ruling counts most is the one that holds, in whatever order they come. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class RulingIT {

    private ContentScenario scenario;

    @BeforeEach
    void open() {
        scenario = new ContentScenario();
    }

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void a_refusal_of_what_others_saw_is_told_and_taken_back_though_an_edit_is_held() {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.PRE);
        UUID post = scenario.posted(Person.ADA, community, "Seen");
        DecisionMade allowed = scenario.decided(post, 1, Action.PUBLISH);
        ContentScenario.awaitState(Person.ADA, post, "PUBLISHED");
        scenario.edited(Person.ADA, post, 1, "Held").statusCode(200);
        scenario.decided(post, 2, Action.HOLD);
        ContentScenario.awaitState(Person.ADA, post, "HELD");

        DecisionMade refused = ContentScenario.decidedAnew(allowed, Action.REJECT);
        scenario.publisher().publish(refused);

        try (var posts = new TopicReader(Topics.POST)) {
            PostRejected told = posts.await(PostRejected.class, e -> e.postId().equals(post));
            assertThat(told.revision()).isEqualTo(1);
            assertThat(told.decisionId()).isEqualTo(allowed.decisionId());
            PostRemoved gone = posts.await(PostRemoved.class, e -> e.postId().equals(post));
            assertThat(gone.revision())
                    .as("nothing later than what was refused")
                    .isEqualTo(1);
            ContentScenario.read(Person.BO, post).statusCode(404);

            scenario.publisher().publish(ContentScenario.decidedAnew(refused, Action.PUBLISH));

            Awaitility.await().atMost(20, TimeUnit.SECONDS).untilAsserted(() -> ContentScenario.read(Person.BO, post)
                    .statusCode(200)
                    .body("title", equalTo("Seen")));
            assertThat(posts.events(PostPublished.class))
                    .filteredOn(e -> e.postId().equals(post))
                    .extracting(PostPublished::revision)
                    .containsExactly(1L, 1L);
        }
    }

    @Test
    void an_older_ruling_that_comes_late_changes_nothing() {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.PRE);
        UUID post = scenario.posted(Person.ADA, community, "Judged anew");
        DecisionMade first = ContentScenario.decision(post, 1, Action.HOLD);
        DecisionMade second = ContentScenario.decidedAnew(first, Action.REJECT);
        DecisionMade third = ContentScenario.decidedAnew(second, Action.PUBLISH);
        DecisionMade fourth = ContentScenario.decidedAnew(third, Action.HOLD);

        // One key, so that they come in this order.
        scenario.publisher().publish(first);
        scenario.publisher().publish(third);
        scenario.publisher().publish(second);
        scenario.publisher().publish(fourth);

        try (var posts = new TopicReader(Topics.POST)) {
            Awaitility.await()
                    .atMost(20, TimeUnit.SECONDS)
                    .until(() -> posts.events(PostHeld.class).stream()
                                    .filter(told -> told.postId().equals(post))
                                    .count()
                            == 2);
            assertThat(posts.events(PostPublished.class))
                    .filteredOn(told -> told.postId().equals(post))
                    .hasSize(1);
            assertThat(posts.events(PostRejected.class))
                    .filteredOn(told -> told.postId().equals(post))
                    .isEmpty();
        }
    }
}
