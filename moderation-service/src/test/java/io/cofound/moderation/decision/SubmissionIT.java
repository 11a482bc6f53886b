package io.cofound.moderation.decision;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.cofound.contracts.Topics;
import io.cofound.contracts.content.PostRemoved;
import io.cofound.contracts.content.PostSubmitted;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.contracts.moderation.Label;
import io.cofound.contracts.moderation.Reason;
import io.cofound.contracts.moderation.Rung;
import io.cofound.moderation.classify.Classification;
import io.cofound.moderation.classify.Classifier;
import io.cofound.moderation.classify.TrainingTexts;
import io.cofound.moderation.opinion.SecondOpinion;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.Publisher;
import io.cofound.testing.TestTokens;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(LanguageModelStandIn.class)
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "moderation"))
class SubmissionIT {

    private static final String GOOD =
            "We moved our billing from cron jobs to a queue. p99 fell from 480 ms to 61 ms. What would you have done?";
    private static final String SPAM = "专业代开发票，餐饮住宿增值税都可以，加微信：fapiao_8866，先开后付";

    @Inject
    DataSource database;

    @Inject
    Classifier classifier;

    @Inject
    SecondOpinion opinion;

    @Inject
    CircuitBreakerMaintenance breakers;

    private final Publisher publisher = new Publisher();
    private final TopicReader decided = new TopicReader(Topics.DECISION);
    private Tables tables;

    @BeforeEach
    void calm() {
        tables = new Tables(database);
        breakers.resetAll();
        LanguageModelStandIn.REQUESTS.clear();
    }

    @AfterEach
    void close() {
        publisher.close();
        decided.close();
    }

    @Test
    void a_post_that_was_removed_before_it_comes_is_not_judged_and_a_later_revision_is() throws SQLException {
        PostSubmitted removed = post(Person.MEI, GOOD);
        PostSubmitted other = post(Person.MEI, GOOD);
        publisher.publish(new PostRemoved(
                removed.postId(), 1, removed.communityId(), removed.authorId(), null, Instant.now(), null));
        Awaitility.await()
                .until(() -> tables.count("removed_subject where subject_id = '%s'".formatted(removed.postId())) == 1);

        publisher.publish(removed);
        publisher.publish(Posts.revised(removed, 2));
        publisher.publish(other);

        decisionOn(other);
        assertThat(decisionOn(removed).subjectRevision()).isEqualTo(2);
        assertThat(tables.count("decision where subject_id = '%s'".formatted(removed.postId())))
                .isEqualTo(1);
    }

    @Test
    void the_decision_on_a_revision_that_comes_late_names_the_newer_one() {
        PostSubmitted post = post(Person.MEI, GOOD);
        publisher.publish(Posts.revised(post, 2));
        assertThat(decisionOn(post).replacedBy()).isNull();

        publisher.publish(post);

        assertThat(decisionOn(post, 1).replacedBy()).isEqualTo(2);
    }

    @Test
    void a_removal_that_comes_late_leaves_a_newer_revision_waiting() throws SQLException {
        PostSubmitted post = post(Person.MEI, "edited after it was taken down");
        tables.leave(Posts.revised(post, 2), Instant.now().plusSeconds(600));

        publisher.publish(
                new PostRemoved(post.postId(), 1, post.communityId(), post.authorId(), null, Instant.now(), null));

        Awaitility.await()
                .until(() -> tables.count("removed_subject where subject_id = '%s'".formatted(post.postId())) == 1);
        assertThat(tables.count("pending_review where subject_id = '%s'".formatted(post.postId())))
                .isEqualTo(1);
        tables.execute("delete from pending_review where subject_id = '%s'".formatted(post.postId()));
    }

    @Test
    void a_refusal_of_what_others_saw_leaves_only_the_newest_revision_waiting_and_notes_no_removal()
            throws SQLException {
        PostSubmitted post = post(Person.MEI, "written twice again after others saw it");
        tables.leave(Posts.revised(post, 2), Instant.now().plusSeconds(600));
        tables.leave(Posts.revised(post, 3), Instant.now().plusSeconds(600));
        String waiting = "pending_review where subject_id = '%s'".formatted(post.postId());

        publisher.publish(new PostRemoved(
                post.postId(),
                2,
                post.communityId(),
                post.authorId(),
                Instant.now(),
                Instant.now(),
                UUID.randomUUID()));

        Awaitility.await().until(() -> tables.count(waiting) == 1);
        assertThat(tables.count(waiting + " and subject_revision = 3")).isEqualTo(1);
        assertThat(tables.count("removed_subject where subject_id = '%s'".formatted(post.postId())))
                .isZero();
        tables.execute("delete from " + waiting);
    }

    @Test
    void without_consent_no_text_leaves_and_the_decision_says_so() throws SQLException {
        tables.agree(publisher, Person.MEI.id(), false);

        DecisionMade decision = decisionOn(submitted(Person.MEI, unsure()));

        assertThat(decision.rung()).isEqualTo(Rung.MODEL);
        assertThat(decision.reasons())
                .extracting(Reason::clause)
                .last()
                .isEqualTo("no-external-processing-without-consent");
        assertThat(LanguageModelStandIn.REQUESTS).isEmpty();
    }

    @Test
    void consent_that_is_withdrawn_while_a_text_waits_counts() throws SQLException {
        tables.agree(publisher, Person.MEI.id(), false);
        PostSubmitted post = post(Person.MEI, "left behind");
        tables.leave(post, Instant.now().minusSeconds(1));

        DecisionMade decision = decisionOn(post);

        assertThat(decision.rung()).isEqualTo(Rung.MODEL);
        assertThat(LanguageModelStandIn.REQUESTS).isEmpty();
    }

    @Test
    void a_decision_says_by_which_trust_it_was_taken_and_rules_are_the_same_for_everybody() throws SQLException {
        tables.trust(publisher, Person.ADA.id(), 4);

        DecisionMade good = decisionOn(submitted(Person.ADA, GOOD));
        DecisionMade spam = decisionOn(submitted(Person.ADA, SPAM));

        read(Person.ADA, good).body("trustLevel", equalTo(4));
        assertThat(spam.action()).isEqualTo(Action.REJECT);
        read(Person.MEI, decisionOn(submitted(Person.MEI, GOOD))).body("trustLevel", equalTo(0));
    }

    @Test
    void what_is_replaced_while_it_waits_never_leaves_and_its_local_judgement_stands() throws SQLException {
        tables.agree(publisher, Person.MEI.id(), true);
        PostSubmitted post = post(Person.MEI, GOOD);
        tables.leave(post, Instant.now().plusSeconds(600));

        publisher.publish(Posts.revised(post, 2));

        DecisionMade replaced = decisionOn(post, 1);
        assertThat(replaced.action()).isEqualTo(Action.HOLD);
        assertThat(replaced.rung()).isEqualTo(Rung.MODEL);
        assertThat(replaced.replacedBy()).isEqualTo(2);
        assertThat(decisionOn(post, 2).action()).isEqualTo(Action.PUBLISH);
        String ofPost = " where subject_id = '%s'".formatted(post.postId());
        assertThat(tables.count("pending_review" + ofPost)).isZero();
        assertThat(tables.count("decision" + ofPost + " and subject_revision = 1 and text is not null"))
                .isZero();
        assertThat(LanguageModelStandIn.REQUESTS).isEmpty();
    }

    @Test
    void what_comes_after_the_revision_that_replaces_it_never_leaves() throws SQLException {
        tables.agree(publisher, Person.MEI.id(), true);
        PostSubmitted post = post(Person.MEI, unsure());
        tables.leave(Posts.revised(post, 2), Instant.now().plusSeconds(600));
        String waiting = "pending_review where subject_id = '%s'".formatted(post.postId());

        publisher.publish(post);

        assertThat(decisionOn(post, 1).rung()).isEqualTo(Rung.MODEL);
        assertThat(tables.count(waiting + " and subject_revision = 2")).isEqualTo(1);
        assertThat(LanguageModelStandIn.REQUESTS).isEmpty();
        tables.execute("delete from " + waiting);
    }

    /** A text of the hold-out that the local model wants a second opinion on, whichever model the build trained. */
    private String unsure() {
        return TrainingTexts.unseen(Label.SPAM).stream()
                .filter(text -> {
                    Classification local =
                            classifier.classify("title\n\n" + text).await().atMost(Duration.ofSeconds(20));
                    return opinion.isWanted(local, 0);
                })
                .findFirst()
                .orElseThrow();
    }

    private PostSubmitted submitted(Person author, String text) {
        PostSubmitted post = post(author, text);
        publisher.publish(post);
        return post;
    }

    private static PostSubmitted post(Person author, String text) {
        return Posts.by(author.id(), text, Instant.now());
    }

    private DecisionMade decisionOn(PostSubmitted post) {
        return decided.await(DecisionMade.class, made -> made.subjectId().equals(post.postId()));
    }

    private DecisionMade decisionOn(PostSubmitted post, long revision) {
        return decided.await(
                DecisionMade.class,
                made -> made.subjectId().equals(post.postId()) && made.subjectRevision() == revision);
    }

    private static ValidatableResponse read(Person person, DecisionMade decision) {
        return given().auth()
                .oauth2(TestTokens.of(person))
                .get("/api/v1/moderation/decisions/" + decision.decisionId())
                .then();
    }
}
