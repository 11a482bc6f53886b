package io.cofound.contracts;

import java.util.UUID;

import io.cofound.contracts.content.PostSubmitted;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SamplesTest {

    @EventType(value = "io.cofound.content.post.pondered.v1", topic = Topics.POST)
    record PostPondered(UUID aggregateId) implements Event {}

    @Test
    void theNewestSampleIsHandedOut() {
        // Given
        String type = EventCatalog.typeOf(PostSubmitted.class);

        // When
        String json = Samples.json(PostSubmitted.class);

        // Then
        assertThat(json)
                .isEqualTo(Revisions.samples().text(type, Revisions.samples().newest(type)));
    }

    @Test
    void anEventWithoutASampleIsAMistakeOfTheCaller() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.json(PostPondered.class))
                .withMessageContaining("PostPondered");
    }
}
