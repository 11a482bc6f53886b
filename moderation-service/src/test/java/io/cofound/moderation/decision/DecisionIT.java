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
import io.cofound.contracts.moderation.Rung;
import io.cofound.moderation.classify.Classification;
import io.cofound.moderation.classify.Classifier;
import io.cofound.moderation.classify.TrainingTexts;
import io.cofound.moderation.decision.LanguageModelStandIn.Behaviour;
import io.cofound.moderation.opinion.SecondOpinion;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.Publisher;
import io.cofound.testing.TestTokens;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(LanguageModelStandIn.class)
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "moderation"))
class DecisionIT {

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
    private Tables tables;
    private final TopicReader decided = new TopicReader(Topics.DECISION);

    @BeforeEach
    void calm() {
        tables = new Tables(database);
        tables.agree(publisher, Person.MEI.id(), true);
        breakers.resetAll();
        LanguageModelStandIn.behaviour = Behaviour.SPAM;
        LanguageModelStandIn.REQUESTS.clear();
    }

    @AfterEach
    void close() {
        publisher.close();
        decided.close();
    }

    @Test
    void a_good_post_is_published_and_its_author_may_see_why() {
        PostSubmitted post = submitted(GOOD);

        DecisionMade decision = decisionOn(post);

        assertThat(decision.action()).isEqualTo(Action.PUBLISH);
        assertThat(decision.label()).isEqualTo(Label.OK);
        assertThat(decision.rung()).isEqualTo(Rung.MODEL);
        read(Person.MEI, decision)
                .statusCode(200)
                .body("action", equalTo("PUBLISH"))
                .body("reasons[0].clause", equalTo("fit-for-the-community"))
                .body("scores.OK", greaterThan(0.5f))
                .body("effort.millis", greaterThanOrEqualTo(0))
                .body("effort.costMicros", nullValue());
        read(Person.MO, decision).statusCode(200);
        read(Person.BO, decision).statusCode(404).contentType("application/problem+json");
        given().get("/api/v1/moderation/decisions/" + decision.decisionId())
                .then()
                .statusCode(401);
    }

    @Test
    void spam_is_rejected_by_a_rule_with_the_words_that_broke_it() {
        DecisionMade decision = decisionOn(submitted(SPAM));

        assertThat(decision.action()).isEqualTo(Action.REJECT);
        assertThat(decision.rung()).isEqualTo(Rung.RULES);
        assertThat(decision.reasons().getFirst().clause()).isEqualTo("no-unsolicited-advertising");
        assertThat(SPAM).contains(decision.reasons().getFirst().evidence());
    }

    @Test
    void a_revision_is_decided_once_however_often_it_comes() {
        PostSubmitted post = post(GOOD);
        UUID event = UUID.randomUUID();
        publisher.publish(event, post);
        publisher.publish(event, post);
        publisher.publish(post);

        decisionOn(post);

        // In the same partition as the repeats; that it is decided shows that they are dealt with.
        PostSubmitted next = Posts.revisedUnderTheSameKey(post, 2, Instant.now());
        publisher.publish(next);
        decided.await(
                DecisionMade.class, made -> made.subjectId().equals(post.postId()) && made.subjectRevision() == 2);
        assertThat(decided.events(DecisionMade.class))
                .filteredOn(made -> made.subjectId().equals(post.postId()))
                .extracting(DecisionMade::subjectRevision)
                .containsExactly(1L, 2L);
    }

    @Test
    void what_the_model_is_not_sure_of_the_language_model_decides() {
        PostSubmitted post = submitted(unsure() + "\nada@mail.example");

        DecisionMade decision = decisionOn(post);

        assertThat(decision.rung()).isEqualTo(Rung.LLM);
        assertThat(decision.label()).isEqualTo(Label.SPAM);
        assertThat(decision.action()).isEqualTo(Action.REJECT);
        assertThat(LanguageModelStandIn.REQUESTS)
                .singleElement()
                .asString()
                .contains("=====text-", "json_schema")
                .doesNotContain("ada@mail.example");
        awaitNothingWaits();
    }

    @ParameterizedTest
    @EnumSource(
            value = Behaviour.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SPAM", "OBEYS", "MIXED"})
    void a_language_model_that_misbehaves_loses_no_post_and_delays_no_other(Behaviour behaviour) {
        LanguageModelStandIn.behaviour = behaviour;
        String text = unsure();
        Classification local = classifier.classify("title\n\n" + text).await().atMost(Duration.ofSeconds(20));

        PostSubmitted unsure = submitted(text);
        PostSubmitted sure = submitted(GOOD);

        assertThat(decisionOn(sure).action()).isEqualTo(Action.PUBLISH);
        DecisionMade decision = decisionOn(unsure);
        assertThat(decision.rung()).isEqualTo(Rung.MODEL);
        assertThat(decision.action()).isEqualTo(local.action());
        assertThat(LanguageModelStandIn.REQUESTS).isNotEmpty();
        if (behaviour == Behaviour.SLOW) {
            assertThat(decision.decidedAt()).isAfter(decisionOn(sure).decidedAt());
        }
        awaitNothingWaits();
    }

    @Test
    void a_text_that_a_crashed_worker_had_is_taken_by_another_and_decided_once() throws SQLException {
        PostSubmitted post = post("left behind");
        tables.leave(post, Instant.now().minusSeconds(1));

        DecisionMade decision = decisionOn(post);

        assertThat(decision.rung()).isEqualTo(Rung.LLM);
        awaitNothingWaits();
        assertThat(decided.events(DecisionMade.class))
                .filteredOn(made -> made.subjectId().equals(post.postId()))
                .hasSize(1);
    }

    @Test
    void a_removed_post_waits_no_longer() throws SQLException {
        PostSubmitted post = post("removed while it waited");
        tables.leave(post, Instant.now().plusSeconds(600));

        publisher.publish(
                new PostRemoved(post.postId(), 1, post.communityId(), post.authorId(), null, Instant.now(), null));

        awaitNothingWaits();
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

    private PostSubmitted submitted(String text) {
        PostSubmitted post = post(text);
        publisher.publish(post);
        return post;
    }

    private static PostSubmitted post(String text) {
        return Posts.by(Person.MEI.id(), text, Instant.now());
    }

    private DecisionMade decisionOn(PostSubmitted post) {
        return decided.await(DecisionMade.class, made -> made.subjectId().equals(post.postId()));
    }

    private void awaitNothingWaits() {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> tables.count("pending_review") == 0);
    }

    private static io.restassured.response.ValidatableResponse read(Person person, DecisionMade decision) {
        return given().auth()
                .oauth2(TestTokens.of(person))
                .get("/api/v1/moderation/decisions/" + decision.decisionId())
                .then();
    }
}
