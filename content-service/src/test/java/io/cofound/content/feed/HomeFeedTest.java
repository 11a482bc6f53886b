package io.cofound.content.feed;

import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

import io.cofound.content.feed.FollowedPosts.State;
import io.cofound.content.feed.HomeFeed.Entry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HomeFeedTest {

    private static final long FOLLOWS = 7;

    @Test
    void one_that_is_not_full_is_whole() {
        HomeFeed feed = HomeFeed.of(FOLLOWS, entries(1, 3), 0);

        assertThat(feed.isWhole()).isTrue();
        assertThat(feed.entries()).extracting(Entry::at).containsExactly(3L, 2L, 1L);
    }

    @Test
    void a_full_one_leaves_out_what_was_published_with_its_last() {
        HomeFeed feed = HomeFeed.of(FOLLOWS, entries(1, HomeFeed.LONGEST + 1), 0);

        assertThat(feed.isWhole()).isFalse();
        assertThat(feed.floor()).isEqualTo(2);
        assertThat(feed.entries()).hasSize(HomeFeed.LONGEST - 1);
    }

    @Test
    void below_the_floor_it_was_built_with_nothing_is_relied_on() {
        HomeFeed feed = HomeFeed.of(FOLLOWS, entries(1, 5), 3);

        assertThat(feed.entries()).extracting(Entry::at).containsExactly(5L, 4L);
    }

    @Test
    void it_is_late_when_a_newer_post_is_known_or_others_are_followed() {
        HomeFeed feed = HomeFeed.of(FOLLOWS, entries(1, 5), 0);

        assertThat(feed.isUpToDate(new State(1, FOLLOWS, 5))).isTrue();
        assertThat(feed.isUpToDate(new State(1, FOLLOWS, 6))).isFalse();
        assertThat(feed.isUpToDate(new State(1, FOLLOWS + 1, 5))).isFalse();
    }

    @Test
    void written_twice_is_in_once() {
        List<Entry> entry = entries(4, 4);

        assertThat(HomeFeed.of(FOLLOWS, List.of(entry.getFirst(), entry.getFirst()), 0)
                        .entries())
                .hasSize(1);
    }

    private static List<Entry> entries(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(at -> new Entry(UUID.randomUUID(), at))
                .toList();
    }
}
