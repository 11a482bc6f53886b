package io.cofound.moderation.egress;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.moderation.decision.LanguageModelStandIn;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.TestTokens;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(LanguageModelStandIn.class)
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "moderation"))
class EgressIT {

    /** Later than what other tests send, so that these are the newest. */
    private final Instant later = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MICROS);

    @Inject
    Egress egress;

    @Inject
    EgressPersonalData personalData;

    @Test
    void operators_read_what_left_newest_first_and_what_became_of_it() throws Throwable {
        Passage first = left(UUID.randomUUID(), later.plusSeconds(1));
        Passage second = left(UUID.randomUUID(), later.plusSeconds(2));
        inTransaction(() -> egress.end(first.id, Outcome.ANSWERED, 42, 700));

        String cursor = read(Person.OLGA, "?limit=1")
                .statusCode(200)
                .body("items.id", contains(second.id.toString()))
                .body("items[0].outcome", nullValue())
                .extract()
                .path("nextCursor");

        read(Person.OLGA, "?limit=1&cursor=" + cursor)
                .body("items.id", contains(first.id.toString()))
                .body("items[0].removed", equalTo(Map.of("mail", 2)))
                .body("items[0].host", equalTo("model.example"))
                .body("items[0].outcome", equalTo("ANSWERED"))
                .body("items[0].costMicros", equalTo(42));
        inTransaction(() -> egress.cancel(first.id));
        inTransaction(() -> egress.cancel(second.id));
    }

    @Test
    void nobody_else_reads_it() {
        read(Person.MO, "").statusCode(403);
        read(Person.ADA, "").statusCode(403);
        given().get("/api/v1/moderation/egress").then().statusCode(401);
    }

    @Test
    void the_author_can_take_the_own_lines_along_and_after_an_erasure_they_are_nobodys() throws Throwable {
        UUID author = UUID.randomUUID();
        Passage passage = left(author, Instant.now().truncatedTo(ChronoUnit.MICROS));

        assertThat(exported(author)).hasSize(1);
        assertThat(exported(UUID.randomUUID())).isEmpty();
        inTransaction(() -> personalData.erase(new ErasureRequested(
                UUID.randomUUID(), author, 1, io.cofound.contracts.privacy.PublicContent.REMOVE, later)));

        assertThat(exported(author)).isEmpty();
        inTransaction(() -> egress.cancel(passage.id));
    }

    private List<?> exported(UUID author) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(() -> personalData.export(author)))
                .getFirst()
                .items();
    }

    private Passage left(UUID author, Instant at) throws Throwable {
        Passage passage = new Passage(
                UUID.randomUUID(),
                at,
                UUID.randomUUID(),
                1L,
                UUID.randomUUID(),
                author,
                "model.example",
                "a-model",
                "2",
                120,
                Map.of("mail", 2));
        inTransaction(() -> egress.begin(passage));
        return passage;
    }

    private static void inTransaction(Supplier<Uni<Void>> work) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(work));
    }

    private static ValidatableResponse read(Person person, String query) {
        return given().auth()
                .oauth2(TestTokens.of(person))
                .get("/api/v1/moderation/egress" + query)
                .then();
    }
}
