package io.cofound.gateway.routing;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RouteTableTest {

    private final RouteTable table = RouteTables.shipped();

    @ParameterizedTest(name = "{0} is answered by {1}")
    @CsvSource({
        "/me, community",
        "/me/export, community",
        "/me/notifications, community",
        "/me/erasure, community",
        "/me/exports/7/archive, community",
        "/me/consents/history, community",
        "/me/trust, community",
        "/me/notification-preferences, community",
        "/tags, community",
        "/tags/suggestions, community",
        "/operations/erasures, community",
        "/operations/erasures/7, community",
        "/operations/members/7/trust, community",
        "/operations/churn-model, community",
        "/operations/churn-model/trainings, community",
        "/operations/dead-letters/content.post/replays, gateway",
        "/members, community",
        "/members/7, community",
        "/members/7/follow, community",
        "/tags, community",
        "/communities, community",
        "/communities/7, community",
        "/communities/7/members, community",
        "/communities/7/members/me, community",
        "/communities/7/members/8, community",
        "/communities/7/invitations, community",
        "/communities/7/insights, community",
        "/communities/7/posts, content",
        "/posts/7, content",
        "/posts/7/revisions, content",
        "/posts/7/comments, content",
        "/posts/7/reactions/LIKE, content",
        "/posts/7/bookmark, content",
        "/posts/7/reads, content",
        "/posts/7/reports, content",
        "/feed, content",
        "/communities/7/events, event",
        "/events/7, event",
        "/events/7.ics, event",
        "/events/7/registrations, event",
        "/events/7/registrations/me, event",
        "/events/7/check-ins, event",
        "/events/7/feedback/me, event",
        "/events/7/forecast, event",
        "/me/calendar.ics, event",
        "/opportunities, matching",
        "/opportunities/7, matching",
        "/opportunities/7/matches, matching",
        "/introductions, matching",
        "/introductions/7/answer, matching",
        "/recommendations/posts, matching",
        "/recommendations/events, matching",
        "/recommendations/opportunities, matching",
        "/recommendations/members, matching",
        "/search, matching",
        "/me/interests, matching",
        "/moderation/classifications, moderation",
        "/moderation/cases, moderation",
        "/moderation/cases/7/resolution, moderation",
        "/moderation/decisions/7, moderation",
        "/moderation/decisions/7/appeals, moderation",
        "/moderation/models, moderation",
        "/moderation/metrics, moderation",
        "/stream, gateway",
    })
    void everyRouteOfTheApiHasItsService(String path, String service) {
        assertThat(table.serviceOf("/api/v1" + path)).contains(service);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1",
                "/api/v1/",
                "/api/v1/nothing",
                "/api/v1/mechanics",
                "/api/v1/stream/7",
                "/api/v2/me",
                "/me",
                "/q/health",
                "/api/v1/q/health"
            })
    void whatIsNotInTheTableHasNoService(String path) {
        assertThat(table.serviceOf(path)).isEmpty();
    }

    @Test
    void theMostSpecificPatternDecidesWhereverItStands() {
        // Given
        RouteTable given = RouteTables.of(Map.of(
                "broad", "/a/**", "variable", "/a/{x}/b,/a/{x}", "named", "/a/here/b", "deep", "/a/{x}/b/{y}/**"));

        // Then
        assertThat(given.serviceOf("/api/v1/a/here/b")).contains("named");
        assertThat(given.serviceOf("/api/v1/a/there/b")).contains("variable");
        assertThat(given.serviceOf("/api/v1/a/there")).contains("variable");
        assertThat(given.serviceOf("/api/v1/a/there/b/c/d")).contains("deep");
        assertThat(given.serviceOf("/api/v1/a/there/c")).contains("broad");
        assertThat(given.serviceOf("/api/v1/a")).contains("broad");
    }

    @Test
    void twoServicesCannotClaimTheSamePaths() {
        assertThatThrownBy(() -> RouteTables.of(Map.of("one", "/a/{x}", "other", "/a/{y}")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "/a/**/b"})
    void aPatternOfAnotherFormIsRefused(String pattern) {
        assertThatThrownBy(() -> RouteTables.of(Map.of("one", pattern))).isInstanceOf(IllegalArgumentException.class);
    }
}
