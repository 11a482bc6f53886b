package io.cofound.platform.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.Topics;
import io.cofound.contracts.privacy.ExportGathered;
import io.cofound.contracts.privacy.ExportRequested;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Publisher;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class ExportIT {

    @Inject
    Diary diary;

    @Test
    void a_member_who_asks_gets_what_is_kept_and_nothing_of_others() {
        UUID memberId = UuidCreator.getTimeOrderedEpoch();
        ErasureIT.run(() -> diary.write(memberId, "今天的笔记"));
        ErasureIT.run(() -> diary.write(UuidCreator.getTimeOrderedEpoch(), "somebody else's"));
        ExportRequested request = new ExportRequested(UuidCreator.getTimeOrderedEpoch(), memberId, Instant.now());

        try (var publisher = new Publisher()) {
            publisher.publish(request);
        }

        assertThat(await().atMost(Duration.ofSeconds(20)).until(() -> pieces(request), pieces -> !pieces.isEmpty()))
                .singleElement()
                .satisfies(piece -> {
                    assertThat(piece.memberId()).isEqualTo(memberId);
                    assertThat(piece.service()).isEqualTo("privacy-it");
                    assertThat(piece.name()).isEqualTo("diary-entries");
                    assertThat(piece.items()).contains("今天的笔记").doesNotContain("somebody else");
                });
    }

    private static List<ExportGathered> pieces(ExportRequested request) {
        try (var topic = new TopicReader(Topics.EXPORT)) {
            return topic.events(ExportGathered.class).stream()
                    .filter(piece -> piece.exportId().equals(request.exportId()))
                    .toList();
        }
    }
}
