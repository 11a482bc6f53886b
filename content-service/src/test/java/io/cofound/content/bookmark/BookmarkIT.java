package io.cofound.content.bookmark;

import java.util.UUID;

import io.cofound.content.ContentScenario;
import io.cofound.content.Participant;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.cofound.content.ContentScenario.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class BookmarkIT {

    private static final String BOOKMARKS = "/api/v1/me/bookmarks";
    private static final String FOLDERS = "/api/v1/me/bookmark-folders";

    private final ContentScenario scenario = new ContentScenario();
    private UUID community;
    private UUID post;
    private Participant member;

    @BeforeEach
    void found() {
        community = scenario.community(Visibility.PUBLIC, ModerationMode.POST);
        post = scenario.posted(Person.ADA, community, "For later");
        member = new Participant(scenario);
    }

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void bookmarks_are_listed_latest_first_page_by_page() {
        UUID second = scenario.posted(Person.ADA, community, "For even later");
        bookmark(post, null).statusCode(204);
        bookmark(second, null).statusCode(204);
        bookmark(second, null).statusCode(204);

        String cursor = member.as()
                .get(BOOKMARKS + "?limit=1")
                .then()
                .statusCode(200)
                .body("items.postId", contains(second.toString()))
                .body("items[0].title", equalTo("For even later"))
                .body("items[0].author.id", equalTo(Person.ADA.id().toString()))
                .extract()
                .path("nextCursor");
        member.as()
                .get(BOOKMARKS + "?limit=1&cursor=" + cursor)
                .then()
                .body("items.postId", contains(post.toString()))
                .body("nextCursor", nullValue());
    }

    @Test
    void a_bookmark_lies_in_a_folder_until_it_is_put_elsewhere() {
        UUID folder = folder("Pricing");
        bookmark(post, folder).statusCode(204);

        bookmark(post, null).statusCode(204);
        listed(BOOKMARKS + "?folder=" + folder).body("items.postId", contains(post.toString()));

        member.as()
                .body("{\"folderId\": null}")
                .put("/api/v1/posts/" + post + "/bookmark")
                .then()
                .statusCode(204);
        listed(BOOKMARKS + "?folder=" + folder).body("items", empty());
        listed(BOOKMARKS).body("items.postId", contains(post.toString()));
    }

    @Test
    void bookmarks_outlive_their_folder() {
        UUID folder = folder("Short-lived");
        bookmark(post, folder);

        member.as().delete(FOLDERS + "/" + folder).then().statusCode(204);

        listed(BOOKMARKS).body("items.postId", contains(post.toString())).body("items[0].folderId", nullValue());
        member.as().get(BOOKMARKS + "?folder=" + folder).then().statusCode(404);
    }

    @Test
    void folders_are_one_members_own_and_their_names_are_too() {
        UUID folder = folder("Ideas");
        Participant other = new Participant(scenario);

        member.as().body("{\"name\": \" Ideas \"}").post(FOLDERS).then().statusCode(409);
        other.as().body("{\"name\": \"Ideas\"}").post(FOLDERS).then().statusCode(201);
        other.as()
                .body("{\"name\": \"Mine\"}")
                .patch(FOLDERS + "/" + folder)
                .then()
                .statusCode(404);
        other.as().delete(FOLDERS + "/" + folder).then().statusCode(404);
        other.as()
                .body("{\"folderId\": \"" + folder + "\"}")
                .put("/api/v1/posts/" + post + "/bookmark")
                .then()
                .statusCode(422);
        member.as()
                .body("{\"name\": \"想法\"}")
                .patch(FOLDERS + "/" + folder)
                .then()
                .statusCode(200)
                .body("name", equalTo("想法"));
        listed(FOLDERS).body("items.name", contains("想法"));
    }

    @Test
    void there_are_at_most_a_hundred_folders() {
        for (int i = 0; i < FolderService.MOST; i++) {
            folder("Folder " + i);
        }

        member.as()
                .body("{\"name\": \"One more\"}")
                .post(FOLDERS)
                .then()
                .statusCode(409)
                .body("type", endsWith(":too-many-bookmark-folders"));
    }

    @Test
    void a_folder_without_a_name_is_refused() {
        member.as().body("{\"name\": \"  \"}").post(FOLDERS).then().statusCode(400);
        member.as()
                .body("{\"name\": \"" + "x".repeat(61) + "\"}")
                .post(FOLDERS)
                .then()
                .statusCode(400);
    }

    @Test
    void what_may_not_be_read_any_more_is_not_listed_and_can_be_dropped() {
        UUID removed = scenario.posted(Person.ADA, community, "Soon gone");
        bookmark(post, null);
        bookmark(removed, null);

        as(Person.ADA).delete("/api/v1/posts/" + removed).then().statusCode(204);
        listed(BOOKMARKS).body("items.postId", contains(post.toString()));

        scenario.changed(community, 2, Visibility.LISTED, ModerationMode.POST);
        Awaitility.await().untilAsserted(() -> listed(BOOKMARKS).body("items", empty()));
        member.as().delete("/api/v1/posts/" + post + "/bookmark").then().statusCode(204);
        member.as().delete("/api/v1/posts/" + post + "/bookmark").then().statusCode(404);
    }

    @Test
    void a_ban_takes_a_post_off_the_list() {
        member.joined(community, CommunityRole.MEMBER, post);
        scenario.changed(community, 2, Visibility.HIDDEN, ModerationMode.POST);
        bookmark(post, null).statusCode(204);
        listed(BOOKMARKS).body("items.postId", contains(post.toString()));

        member.banned(community);

        Awaitility.await().untilAsserted(() -> listed(BOOKMARKS).body("items", empty()));
    }

    private ValidatableResponse listed(String path) {
        return member.as().get(path).then().statusCode(200);
    }

    /** @param folder null for a request without a body */
    private ValidatableResponse bookmark(UUID what, UUID folder) {
        var request = member.as();
        if (folder != null) {
            request.body("{\"folderId\": \"" + folder + "\"}");
        }
        return request.put("/api/v1/posts/" + what + "/bookmark").then();
    }

    private UUID folder(String name) {
        return UUID.fromString(member.as()
                .body("{\"name\": \"" + name + "\"}")
                .post(FOLDERS)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }
}
