package io.cofound.moderation.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;
import io.cofound.contracts.moderation.Rung;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The model that this build trained. */
class LocalCascadeTest {

    private static final LocalCascade CASCADE = LocalCascade.load();

    private static final List<Evaluation.Judged> JUDGED = TrainingTexts.holdOut().stream()
            .map(text -> new Evaluation.Judged(text, CASCADE.classify(text.text())))
            .toList();

    /** A little under what is reached; docs/moderation.md has the figures. */
    @Test
    void is_as_good_as_promised_on_texts_it_has_not_seen() {
        Figures figures = Evaluation.of(JUDGED);

        assertThat(figures.macroF1()).isGreaterThanOrEqualTo(0.90);
        assertThat(figures.accuracy()).isGreaterThanOrEqualTo(0.90);
        assertThat(figures.goodHeldOrRejected()).isLessThanOrEqualTo(0.04);
        assertThat(figures.badPublished()).isLessThanOrEqualTo(0.20);
        assertThat(figures.logLoss()).isLessThanOrEqualTo(0.25);
        assertThat(figures.calibrationError()).isLessThanOrEqualTo(0.06);
        assertThat(figures.labels())
                .allSatisfy((label, of) -> assertThat(of.f1()).isGreaterThanOrEqualTo(0.87));
    }

    @Test
    void is_good_in_both_languages() {
        for (String language : List.of("en", "zh")) {
            Figures figures = Evaluation.of(JUDGED.stream()
                    .filter(judged -> judged.text().language().equals(language))
                    .toList());
            assertThat(figures.macroF1()).as(language).isGreaterThanOrEqualTo(0.88);
            assertThat(figures.goodHeldOrRejected()).as(language).isLessThanOrEqualTo(0.06);
        }
    }

    @Test
    void tells_the_figures_that_it_has() {
        Figures told = CASCADE.card().holdOut().get("all");

        assertThat(told.macroF1()).isCloseTo(Evaluation.of(JUDGED).macroF1(), within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(Disguise.class)
    void catches_disguised_what_it_catches_plain(Disguise disguise) {
        List<String> missed = new ArrayList<>();
        int caught = 0;
        for (Evaluation.Judged judged : JUDGED) {
            String text = judged.text().text().toLowerCase(java.util.Locale.ROOT);
            String disguised = disguise.on(text);
            if (judged.text().label() != Label.OK
                    && judged.classification().action() != Action.PUBLISH
                    && !disguised.equals(text)) {
                caught++;
                if (CASCADE.classify(disguised).action() == Action.PUBLISH) {
                    missed.add(disguised);
                }
            }
        }

        assertThat(caught).isPositive();
        assertThat(missed).hasSizeLessThanOrEqualTo(caught * 5 / 100);
    }

    @Test
    void scores_are_probabilities_and_reasons_quote_the_text() {
        assertThat(JUDGED).allSatisfy(judged -> {
            Map<Label, Double> scores = judged.classification().scores();
            assertThat(scores).containsOnlyKeys(Label.values());
            assertThat(scores.values()).allSatisfy(score -> assertThat(score).isBetween(0.0, 1.0));
            assertThat(scores.values().stream().mapToDouble(Double::doubleValue).sum())
                    .isCloseTo(1, within(1e-9));
            String evidence = judged.classification().reasons().getFirst().evidence();
            assertThat(evidence.equals(LocalModel.MEANING)
                            || judged.text().text().contains(evidence))
                    .as(evidence)
                    .isTrue();
        });
    }

    @Test
    void evidence_is_what_decided() {
        String advertisement = "专业刷单涨粉，加微信 zhangfen_8866，量大从优，秒到账";

        Classification judged = CASCADE.classify("今天天气不错，我们去公园走了走，看了看花。\n" + advertisement);

        assertThat(judged.label()).isEqualTo(Label.SPAM);
        assertThat(advertisement).contains(judged.reasons().getFirst().evidence());
    }

    @Test
    void finds_the_bad_paragraph_of_a_long_text() {
        String good = TrainingTexts.holdOut().stream()
                .filter(text -> text.label() == Label.OK && text.language().equals("zh"))
                .map(LabelledText::text)
                .limit(40)
                .reduce("", (all, text) -> all + "\n\n" + text);
        String bad = "代开各类发票，增值税专票普票，加微信：fapiao_8866，先开后付";

        assertThat(CASCADE.classify(good + "\n\n" + bad + "\n\n" + good).action())
                .isEqualTo(Action.REJECT);
    }

    @Test
    void leaves_what_is_too_long_to_people() {
        Classification judged = CASCADE.classify("We moved our queue to Postgres and it went well. ".repeat(2_000));

        assertThat(judged.action()).isEqualTo(Action.HOLD);
        assertThat(judged.rung()).isEqualTo(Rung.RULES);
        assertThat(judged.reasons().getFirst().clause()).isEqualTo("too-long-to-judge");
    }

    @Test
    void judges_a_text_without_words() {
        assertThat(CASCADE.classify("🎉").scores()).hasSize(4);
        assertThat(CASCADE.classify("\u200B").scores()).hasSize(4);
        assertThat(CASCADE.classify("\uFFFD".repeat(2_400)).scores()).hasSize(4);
        assertThat(CASCADE.classify("\u0001\u0002").scores()).hasSize(4);
        assertThat(CASCADE.classify("x" + "😀".repeat(1_800)).scores()).hasSize(4);
    }
}
