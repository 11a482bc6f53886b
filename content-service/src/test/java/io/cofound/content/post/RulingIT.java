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
