package io.cofound.content;

import java.time.Instant;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.ConsentsChanged;
import io.cofound.contracts.community.MemberRegistered;
import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.community.MembershipRevoked;
import io.cofound.contracts.community.RevocationCause;
import io.cofound.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.awaitility.Awaitility;

import static io.restassured.RestAssured.given;

/** A member nobody else's test knows, who does things with posts. */
public final class Participant {

    public final UUID id = UuidCreator.getTimeOrderedEpoch();
    private final UUID membership = UuidCreator.getTimeOrderedEpoch();
    private final ContentScenario scenario;
    private long consents;

    public Participant(ContentScenario scenario) {
        this.scenario = scenario;
        scenario.publisher().publish(new MemberRegistered(id, 1, "Participant " + id, "en", Instant.now()));
    }

    /** Known here when this returns. */
    public Participant joined(UUID community, CommunityRole role, UUID post) {
        scenario.publisher().publish(new MembershipGranted(membership, 1, community, id, role, Instant.now()));
        Awaitility.await("a member").untilAsserted(() -> as().put("/api/v1/posts/" + post + "/reactions/CURIOUS")
                .then()
                .statusCode(204));
        as().delete("/api/v1/posts/" + post + "/reactions/CURIOUS").then().statusCode(204);
        return this;
    }

    public void banned(UUID community) {
        scenario.publisher()
                .publish(new MembershipRevoked(
                        membership, 2, community, id, RevocationCause.BANNED, null, Instant.now()));
    }

    /** Told, and heard of here as soon as what is told afterwards to the same member is. */
    public Participant consents(boolean given) {
        scenario.publisher().publish(new ConsentsChanged(id, ++consents, given, false, false, "1", Instant.now()));
        return this;
    }

    public String token() {
        return TestTokens.ofSubject(id.toString());
    }

    public RequestSpecification as() {
        return given().auth().oauth2(token()).contentType(ContentType.JSON);
    }

    public ValidatableResponse reads(UUID post, int dwellSeconds, double depth) {
        return as().body("{\"dwellSeconds\": %d, \"depth\": %s}".formatted(dwellSeconds, depth))
                .post("/api/v1/posts/" + post + "/reads")
                .then();
    }

    public ValidatableResponse history() {
        return as().get("/api/v1/me/reading-history").then().statusCode(200);
    }
}
