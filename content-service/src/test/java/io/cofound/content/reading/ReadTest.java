package io.cofound.content.reading;

import java.time.Instant;
import java.util.UUID;

import io.cofound.content.post.Reader;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReadTest {

    private static final Instant START = Instant.EPOCH;
    private static final Reader READER = new Reader(UUID.randomUUID(), false);
    private static final UUID POST = UUID.randomUUID();

    @Test
    void a_later_read_adds_its_time_on_the_screen() {
        assertThat(read(30, .5, 0).then(read(20, .4, 25)).dwellMillis()).isEqualTo(50_000);
    }

    @Test
    void nobody_reads_for_longer_than_the_time_that_passed() {
        assertThat(read(30, .5, 0).then(read(3_600, .5, 10)).dwellMillis()).isEqualTo(40_000);
    }

    @Test
    void a_read_that_comes_again_adds_nothing() {
        Read read = read(30, .5, 0);

        assertThat(read.then(read)).isEqualTo(read);
    }

    @Test
    void depth_never_falls() {
        assertThat(read(1, .9, 0).then(read(1, .1, 5)).depth()).isEqualTo(.9);
    }

    private static Read read(int dwellSeconds, double depth, int second) {
        return Read.now(READER, POST, new ReadDraft(dwellSeconds, depth), START.plusSeconds(second));
    }
}
