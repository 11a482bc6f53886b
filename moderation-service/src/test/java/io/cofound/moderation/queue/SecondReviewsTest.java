package io.cofound.moderation.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cofound.contracts.content.ReportCause;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;
import io.cofound.contracts.moderation.Rung;
import io.cofound.contracts.moderation.SubjectKind;
import io.cofound.moderation.classify.Classification;
import io.cofound.moderation.decision.Judged;
import io.cofound.moderation.decision.Occasion;
import io.cofound.moderation.decision.Subject;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SecondReviewsTest {

    private static final Judged RULED = new Judged(
            UUID.randomUUID(),
            2,
            new Subject(SubjectKind.POST, UUID.randomUUID(), 1, UUID.randomUUID(), UUID.randomUUID(), Instant.now()),
            "text",
            "en",
            new Classification(Label.OK, Map.of(Label.OK, 1.0), Action.PUBLISH, Rung.HUMAN, List.of(), "people"),
            Occasion.REVIEW,
            Instant.now());

    private final List<ModerationCase> opened = new ArrayList<>();

    @Test
    void nobody_can_tell_from_a_case_whether_it_will_be_judged_again() {
        ModerationCase first = new ModerationCase(CaseKind.REVIEW, RULED);
        SecondReviews seconds = new SecondReviews(noneOpen(), opening(), half());

        for (int i = 0; i < 1_000; i++) {
            seconds.draw(first, RULED).await().indefinitely();
        }

        assertThat(opened).hasSizeBetween(400, 600);
    }

    private static CaseRepository noneOpen() {
        return new CaseRepository() {
            @Override
            Uni<ModerationCase> lockOpen(UUID decisionId, CaseKind kind) {
                return Uni.createFrom().nullItem();
            }
        };
    }

    private Cases opening() {
        return new Cases(null, null) {
            @Override
            Uni<ModerationCase> add(ModerationCase second) {
                opened.add(second);
                return Uni.createFrom().item(second);
            }

            @Override
            Uni<Void> weigh(ModerationCase weighed, Classification judged, Map<ReportCause, Long> reports) {
                return Uni.createFrom().voidItem();
            }
        };
    }

    private static QueueConfig half() {
        return new QueueConfig() {
            @Override
            public Duration claim() {
                return Duration.ofMinutes(15);
            }

            @Override
            public double secondShare() {
                return 0.5;
            }

            @Override
            public int severePerHour() {
                return 20;
            }

            @Override
            public int inARow() {
                return 50;
            }

            @Override
            public Duration pause() {
                return Duration.ofMinutes(10);
            }
        };
    }
}
