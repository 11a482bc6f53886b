package io.cofound.gateway.live;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.cofound.contracts.Event;
import io.cofound.contracts.EventCatalog;
import io.cofound.contracts.Samples;
import io.cofound.contracts.content.PostHeld;
import io.cofound.contracts.content.PostRejected;
import io.cofound.contracts.content.PostRemoved;
import io.cofound.contracts.content.PostSubmitted;
import io.cofound.gateway.live.Audience.Only;
import io.cofound.gateway.live.Audience.Readers;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NewsTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Test
    void tellsOfEveryPublicationAndOfWhatBecomesOfOnesOwn() {
        // When
        Set<String> told = new TreeSet<>();
        EventCatalog.all().forEach(type -> News.of(sample(type)).map(News::name).ifPresent(told::add));

        // Then
        assertThat(told)
                .containsExactly(
                        "meetup.cancelled",
                        "meetup.published",
                        "opportunity.closed",
                        "opportunity.published",
                        "post.held",
                        "post.published",
                        "post.rejected",
                        "post.removed",
                        "registration.cancelled",
                        "registration.confirmed",
                        "registration.waitlisted");
    }

    @Test
    void nobodyHearsOfAPostBeforeItIsJudged() {
        assertThat(News.of(sample(PostSubmitted.class))).isEmpty();
    }

    @Test
    void onlyItsAuthorHearsThatAPostWasHeldOrRejected() {
        // Given
        PostHeld held = sample(PostHeld.class);
        PostRejected rejected = sample(PostRejected.class);

        // Then
        assertThat(News.of(held).orElseThrow().audience()).isEqualTo(new Only(held.authorId()));
        assertThat(News.of(rejected).orElseThrow().audience()).isEqualTo(new Only(rejected.authorId()));
    }

    @Test
    void onlyItsAuthorHearsThatAPostIsGoneThatNobodyElseHasSeen() {
        // Given
        PostRemoved seen = sample(PostRemoved.class);
        PostRemoved unseen = new PostRemoved(
                seen.postId(), seen.revision(), seen.communityId(), seen.authorId(), null, seen.removedAt());

        // Then
        assertThat(News.of(unseen).orElseThrow().audience()).isEqualTo(new Only(unseen.authorId()));
        assertThat(News.of(seen).orElseThrow().audience()).isInstanceOf(Readers.class);
    }

    @Test
    void textsAreNotTold() {
        assertThat(News.TOLD).doesNotContain("body", "text", "description");
    }

    @Test
    void theStateIsNamedAsInTheApi() {
        assertThat(News.of(sample(PostHeld.class)).orElseThrow().state()).isEqualTo("HELD");
    }

    private static <E extends Event> E sample(Class<E> type) {
        try {
            return JSON.readValue(Samples.json(type), type);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
