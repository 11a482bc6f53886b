package io.cofound.content.feed;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.content.ContentScenario;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.MemberFollowed;
import io.cofound.contracts.community.MemberRegistered;
import io.cofound.contracts.community.MemberUnfollowed;
import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.community.MembershipRevoked;
import io.cofound.contracts.community.RevocationCause;
import io.cofound.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;

/** A new member, whom nobody follows and who has read nothing. */
final class FeedMember {

    final UUID id = UuidCreator.getTimeOrderedEpoch();
    private final UUID membership = UuidCreator.getTimeOrderedEpoch();
    private final ContentScenario scenario;

    FeedMember(ContentScenario scenario) {
        this.scenario = scenario;
        scenario.publisher().publish(new MemberRegistered(id, 1, "Member " + id, "en", Instant.now()));
    }

    FeedMember joins(UUID community) {
        scenario.publisher()
                .publish(new MembershipGranted(membership, 1, community, id, CommunityRole.MEMBER, Instant.now()));
        return this;
    }

    void isBannedFrom(UUID community) {
        scenario.publisher()
                .publish(new MembershipRevoked(
                        membership, 2, community, id, RevocationCause.BANNED, null, Instant.now()));
    }

    UUID follows(FeedMember other) {
        UUID follow = UuidCreator.getTimeOrderedEpoch();
        scenario.publisher().publish(new MemberFollowed(follow, 1, id, other.id, Instant.now()));
        return follow;
    }

    void unfollows(UUID follow, FeedMember other) {
        scenario.publisher().publish(new MemberUnfollowed(follow, 2, id, other.id, Instant.now()));
    }

    RequestSpecification as() {
        return given().auth().oauth2(TestTokens.ofSubject(id.toString())).contentType(ContentType.JSON);
    }

    /** Visible at once where the community moderates afterwards. */
    UUID posts(UUID community, String title, String type, String... tags) {
        return UUID.fromString(
                as().body(Map.of("type", type, "title", title, "body", "How we did it.", "tags", List.of(tags)))
                        .post("/api/v1/communities/" + community + "/posts")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"));
    }

    UUID posts(UUID community, String title) {
        return posts(community, title, "TECH_SHARE");
    }

    JsonPath page(String query) {
        return as().urlEncodingEnabled(true)
                .get("/api/v1/feed?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    List<UUID> feed(String query) {
        return ids(page(query));
    }

    static List<UUID> ids(JsonPath page) {
        return page.getList("items.id", String.class).stream()
                .map(UUID::fromString)
                .toList();
    }
}
