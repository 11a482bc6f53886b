package io.cofound.content.comment;

import java.util.UUID;

import io.cofound.content.ContentScenario;
import io.cofound.contracts.Topics;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.content.CommentPublished;
import io.cofound.contracts.content.CommentRejected;
import io.cofound.contracts.content.CommentRemoved;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.cofound.content.comment.CommentScenario.edited;
import static io.cofound.content.comment.CommentScenario.read;
import static io.cofound.content.comment.CommentScenario.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** People judge a comment anew. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class CommentRulingIT {

    private final CommentScenario scenario = new CommentScenario();
    private final TopicReader topic = new TopicReader(Topics.COMMENT);

    @AfterEach
    void close() {
        topic.close();
        scenario.close();
    }

    @Test
    void a_refusal_of_what_others_saw_is_told_and_taken_back_though_an_edit_is_held() {
        UUID community = scenario.content.community(Visibility.PUBLIC, ModerationMode.PRE);
        scenario.content.joined(community, Person.MEI, CommunityRole.MEMBER);
        UUID comment = said(Person.MEI, scenario.question(community), "Seen");
        DecisionMade allowed = scenario.decided(Person.MEI, comment, 1, Action.PUBLISH);
        edited(Person.MEI, comment, 1, "Held").statusCode(200);
        scenario.decided(Person.MEI, comment, 2, Action.HOLD);

        DecisionMade refused = ContentScenario.decidedAnew(allowed, Action.REJECT);
        scenario.content.publisher().publish(refused);

        CommentRejected told =
                topic.await(CommentRejected.class, e -> e.commentId().equals(comment));
        assertThat(told.decisionId()).isEqualTo(allowed.decisionId());
        CommentRemoved gone =
                topic.await(CommentRemoved.class, e -> e.commentId().equals(comment));

        scenario.content.publisher().publish(ContentScenario.decidedAnew(refused, Action.PUBLISH));

        topic.await(CommentPublished.class, e -> e.commentId().equals(comment) && e.revision() > gone.revision());
        read(Person.BO, comment).statusCode(200).body("body", equalTo("Seen"));
        read(Person.MEI, comment).body("state", equalTo("HELD"));
    }
}
