package io.cofound.community.follow;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.cofound.community.Somebody;
import io.cofound.contracts.Topics;
import io.cofound.contracts.community.MemberFollowed;
import io.cofound.contracts.community.MemberUnfollowed;
import io.cofound.contracts.privacy.ErasureAcknowledged;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.contracts.privacy.PublicContent;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Publisher;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static java.time.Instant.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class FollowIT {

    private static final String FOLLOWING = "/api/v1/me/following";

    private Somebody ann;
    private Somebody ben;

    @BeforeEach
    void twoArrive() {
        ann = Somebody.arrives();
        ben = Somebody.arrives();
    }

    @Test
    void following_twice_is_following_once() {
        ann.does().put(ben.path() + "/follow").then().statusCode(204);
        ann.does().put(ben.path() + "/follow").then().statusCode(204);

        assertCounts(ann, 0, 1);
        assertCounts(ben, 1, 0);
        ann.does()
                .get(FOLLOWING)
                .then()
                .statusCode(200)
                .body("items.member.id", contains(ben.id().toString()))
                .body("items[0].member.displayName", equalTo("Somebody Else"));
    }

    @Test
    void the_first_request_ever_may_be_to_follow() {
        Somebody stranger = Somebody.stranger();

        stranger.does().put(ann.path() + "/follow").then().statusCode(204);

        assertCounts(ann, 1, 0);
    }

    @Test
    void stopping_twice_is_stopping_once_and_stopping_what_never_began_is_fine() {
        ann.does().delete(ben.path() + "/follow").then().statusCode(204);
        ann.does().put(ben.path() + "/follow");
        ann.does().delete(ben.path() + "/follow").then().statusCode(204);
        ann.does().delete(ben.path() + "/follow").then().statusCode(204);

        assertCounts(ann, 0, 0);
        assertCounts(ben, 0, 0);
        ann.does().get(FOLLOWING).then().body("items", empty());
    }

    @Test
    void whoever_follows_again_follows_under_the_same_id() {
        ann.does().put(ben.path() + "/follow");
        ann.does().delete(ben.path() + "/follow");
        ann.does().put(ben.path() + "/follow");

        try (var follows = new TopicReader(Topics.FOLLOW)) {
            MemberFollowed again =
                    follows.await(MemberFollowed.class, e -> e.followerId().equals(ann.id()) && e.revision() == 3);
            assertThat(follows.events(MemberUnfollowed.class))
                    .filteredOn(e -> e.followerId().equals(ann.id()))
                    .extracting(MemberUnfollowed::followId, MemberUnfollowed::revision)
                    .containsExactly(tuple(again.followId(), 2L));
        }
    }

    @Test
    void nobody_follows_themself_or_somebody_who_is_not_there() {
        ann.does().put(ann.path() + "/follow").then().statusCode(422);
        ann.does().put(Somebody.stranger().path() + "/follow").then().statusCode(404);
        ann.does().delete(Somebody.stranger().path() + "/follow").then().statusCode(404);
        given().put(ann.path() + "/follow").then().statusCode(401);
        given().get(FOLLOWING).then().statusCode(401);

        assertCounts(ann, 0, 0);
    }

    @Test
    void whom_one_follows_comes_in_pages_the_latest_first() {
        List<Somebody> followed = Stream.generate(Somebody::arrives).limit(3).toList();
        followed.forEach(somebody -> ann.does().put(somebody.path() + "/follow"));

        String next = ann.does()
                .get(FOLLOWING + "?limit=2")
                .then()
                .body(
                        "items.member.id",
                        contains(
                                followed.get(2).id().toString(),
                                followed.get(1).id().toString()))
                .extract()
                .path("nextCursor");
        ann.does()
                .get(FOLLOWING + "?limit=2&cursor=" + next)
                .then()
                .body("items.member.id", contains(followed.getFirst().id().toString()))
                .body("nextCursor", equalTo(null));
    }

    @Test
    void counts_stay_right_when_many_follow_each_other_at_once() throws Exception {
        List<Somebody> crowd = Stream.generate(Somebody::arrives).limit(6).toList();
        List<Callable<Integer>> requests = IntStream.range(0, 2)
                .boxed()
                .flatMap(again -> crowd.stream())
                .flatMap(follower -> crowd.stream()
                        .filter(followed -> !followed.equals(follower))
                        .map(followed -> (Callable<Integer>) () ->
                                follower.does().put(followed.path() + "/follow").statusCode()))
                .toList();

        try (var threads = Executors.newFixedThreadPool(12)) {
            for (Future<Integer> status : threads.invokeAll(requests)) {
                assertThat(status.get()).isEqualTo(204);
            }
        }

        crowd.forEach(somebody -> assertCounts(somebody, 5, 5));
    }

    @Test
    void an_erased_member_follows_nobody_and_is_followed_by_nobody() {
        Somebody cleo = Somebody.arrives();
        ann.does().put(ben.path() + "/follow");
        ben.does().put(ann.path() + "/follow");
        cleo.does().put(ben.path() + "/follow");
        ben.does().put(cleo.path() + "/follow");

        var request = new ErasureRequested(UUID.randomUUID(), ann.id(), 1, PublicContent.REMOVE, now());
        try (var publisher = new Publisher();
                var follows = new TopicReader(Topics.FOLLOW);
                var erasures = new TopicReader(Topics.ERASURE)) {
            MemberFollowed ofAnn =
                    follows.await(MemberFollowed.class, e -> e.followerId().equals(ann.id()));
            MemberFollowed ofBen =
                    follows.await(MemberFollowed.class, e -> e.followedId().equals(ann.id()));
            MemberFollowed ofCleo =
                    follows.await(MemberFollowed.class, e -> e.followerId().equals(cleo.id()));
            publisher.publish(request);
            erasures.await(ErasureAcknowledged.class, e -> e.erasureId().equals(request.erasureId()));

            assertCounts(ben, 1, 1);
            ben.does()
                    .get(FOLLOWING)
                    .then()
                    .body("items.member.id", contains(cleo.id().toString()));
            Awaitility.await().untilAsserted(() -> assertThat(tombstones(follows))
                    .contains(ofAnn.followId().toString(), ofBen.followId().toString())
                    .doesNotContain(ofCleo.followId().toString()));
            ben.does().put(ann.path() + "/follow").then().statusCode(404);
        }
    }

    private static List<String> tombstones(TopicReader topic) {
        return topic.records().stream()
                .filter(record -> record.value() == null)
                .map(record -> record.key())
                .toList();
    }

    private static void assertCounts(Somebody somebody, int followers, int following) {
        given().get(somebody.path())
                .then()
                .statusCode(200)
                .body("followerCount", equalTo(followers))
                .body("followingCount", equalTo(following));
    }
}
