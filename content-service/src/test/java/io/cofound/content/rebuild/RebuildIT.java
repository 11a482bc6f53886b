package io.cofound.content.rebuild;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.cofound.content.ContentScenario;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.cofound.content.ContentScenario.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class RebuildIT {

    private static final String REBUILDS = "/api/v1/operations/documents/post_pages/rebuilds";

    @Inject
    MongoClient store;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    private final ContentScenario scenario = new ContentScenario();

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void a_collection_dropped_under_the_running_service_is_rebuilt() {
        UUID post = published("Kept");
        Document original = awaitPage(post);

        pages().drop();

        assertThat(awaitPage(post)).isEqualTo(original);
    }

    @Test
    void a_whole_store_dropped_under_the_running_service_is_rebuilt() {
        UUID post = published("Kept as well");
        Document original = awaitPage(post);

        store.getDatabase(database).drop();

        assertThat(awaitPage(post)).isEqualTo(original);
    }

    @Test
    void an_operator_has_documents_written_anew_and_what_should_not_be_there_removed() {
        UUID spoilt = published("Right");
        UUID removed = published("Removed");
        awaitPage(removed);
        awaitPage(spoilt);
        as(Person.ADA).delete("/api/v1/posts/" + removed).then().statusCode(204);
        Awaitility.await().untilAsserted(() -> assertThat(page(removed)).isNull());
        pages().insertOne(new Document("_id", removed).append("text", new Document("revision", 1L)));
        pages().updateOne(Filters.eq(spoilt), Updates.set("text.text.title", "Wrong"));

        as(Person.OLGA).post(REBUILDS).then().statusCode(202).body("state", equalTo("RUNNING"));
        awaitDone();

        assertThat(page(spoilt).getEmbedded(List.of("text", "text", "title"), ""))
                .isEqualTo("Right");
        assertThat(page(removed)).isNull();
    }

    @Test
    void what_another_instance_left_half_done_is_finished() {
        UUID first = published("Was being written");
        UUID second = published("Was still to come");
        awaitPage(second);
        as(Person.OLGA).post(REBUILDS).then().statusCode(202);
        awaitDone();
        pages().deleteMany(Filters.in("_id", first, second));

        pages().updateOne(
                        Filters.eq(Rebuild.MARKER),
                        Updates.combine(
                                Updates.set(Rebuild.STATE, "RUNNING"),
                                Updates.set(Rebuild.OWNER, "an instance that is gone"),
                                Updates.set(Rebuild.OWNED_UNTIL, new Date(0)),
                                Updates.set(Rebuild.NEXT, List.of(first.toString())),
                                Updates.set(Rebuild.LAST, "")));
        awaitDone();

        assertThat(page(first)).isNotNull();
        assertThat(page(second)).isNotNull();
    }

    @Test
    void only_operators_rebuild_and_only_what_there_is() {
        as(Person.MO).post(REBUILDS).then().statusCode(403);
        as(Person.MO).get("/api/v1/operations/documents").then().statusCode(403);
        as(Person.OLGA)
                .post("/api/v1/operations/documents/nothing/rebuilds")
                .then()
                .statusCode(404);
        as(Person.OLGA).get("/api/v1/operations/documents").then().body("items", hasItem("post_pages"));
    }

    private UUID published(String title) {
        return scenario.published(Person.ADA, scenario.community(Visibility.PUBLIC, ModerationMode.PRE), title);
    }

    private static void awaitDone() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        as(Person.OLGA).get(REBUILDS).then().statusCode(200).body("state", equalTo("DONE")));
    }

    private Document awaitPage(UUID post) {
        return Awaitility.await("page of " + post)
                .atMost(Duration.ofSeconds(30))
                .until(() -> page(post), page -> page != null && page.containsKey("comments"));
    }

    private Document page(UUID post) {
        return pages().find(Filters.eq("_id", post)).first();
    }

    private MongoCollection<Document> pages() {
        return store.getDatabase(database).getCollection("post_pages");
    }
}
