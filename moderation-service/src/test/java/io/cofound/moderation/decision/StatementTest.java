package io.cofound.moderation.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;
import io.cofound.contracts.moderation.Reason;
import io.cofound.contracts.moderation.Rung;
import io.cofound.contracts.moderation.SubjectKind;
import io.cofound.moderation.classify.Classification;
import io.cofound.moderation.classify.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StatementTest {

    private static final Duration TERM = Duration.ofDays(14);

    /** Every word that any statement asks for is there in both languages, or building it fails. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void says_everything_about_everything_in_both_languages(String language) {
        for (SubjectKind kind : SubjectKind.values()) {
            for (Action action : Action.values()) {
                for (Occasion occasion : Occasion.values()) {
                    for (Rung rung : Rung.values()) {
                        Statement statement = Statement.of(
                                decision(kind, language, action, rung),
                                ruling(kind, language, action, rung, occasion),
                                null,
                                TERM);
                        assertThat(statement.facts()).isNotBlank();
                        assertThat(statement.ground())
                                .allSatisfy(ground -> assertThat(ground.text()).isNotEqualTo(ground.clause()));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-Hans,en,zh", "en-GB,zh,zh", ",zh-CN,zh", "en,en-GB,en", "und,zh,zh", "fr,de,en"})
    void is_in_chinese_for_whoever_prefers_or_writes_it(String preferred, String written, String told) {
        Decision decision = decision(SubjectKind.POST, written, Action.REJECT, Rung.MODEL);

        assertThat(Statement.of(decision, Ruling.first(decision), preferred, TERM)
                        .language())
                .isEqualTo(told);
    }

    @Test
    void a_refusal_tells_until_when_it_can_be_appealed_unless_it_was() {
        Ruling refused = ruling(SubjectKind.POST, "en", Action.REJECT, Rung.MODEL, Occasion.CASCADE);
        Ruling final_ = ruling(SubjectKind.POST, "en", Action.REJECT, Rung.HUMAN, Occasion.APPEAL);
        Decision decision = decision(SubjectKind.POST, "en", Action.REJECT, Rung.MODEL);

        assertThat(Statement.of(decision, refused, null, TERM).redress().appealUntil())
                .isEqualTo(refused.madeAt.plus(TERM));
        assertThat(Statement.of(decision, final_, null, TERM).redress().appealUntil())
                .isNull();
    }

    private static Ruling ruling(SubjectKind kind, String language, Action action, Rung rung, Occasion occasion) {
        Ruling ruling = Ruling.first(decision(kind, language, action, rung));
        ruling.occasion = occasion;
        return ruling;
    }

    private static Decision decision(SubjectKind kind, String language, Action action, Rung rung) {
        Subject subject = new Subject(
                kind,
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                UUID.randomUUID(),
                Instant.parse("2026-10-01T12:00:00Z"));
        List<Reason> reasons = Stream.of(Policy.values())
                .map(policy -> new Reason(policy.clause(), "words"))
                .toList();
        return new Decision(
                new Submission(subject, "words", language),
                0,
                new Classification(Label.SPAM, Map.of(Label.SPAM, 1.0), action, rung, reasons, "m+rules-1"),
                Effort.local(java.time.Duration.ofMillis(3)));
    }
}
