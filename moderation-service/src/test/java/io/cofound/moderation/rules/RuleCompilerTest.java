package io.cofound.moderation.rules;

import java.util.List;
import java.util.Set;

import io.cofound.moderation.rules.Definition.Channel;
import io.cofound.moderation.rules.Definition.Kind;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RuleCompilerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WORDS|刷单返利|来做刷单返利吧|刷单返利",
                "WORDS|刷单返利|来做 刷*单*返*利 吧|刷*单*返*利",
                "WORDS|moneymule|be our MoneyMule now|MoneyMule",
                "WORDS|moneymule|be our m0neymule now|m0neymule",
                "WORDS|moneymule|be our ｍｏｎｅｙｍｕｌｅ now|ｍｏｎｅｙｍｕｌｅ",
                "PATTERN|earn [0-9]+ dollars a (?:da)?y|You EARN 500 dollars a day here|EARN 500 dollars a day",
                "LINK|b1t.example|see https://go.B1T.example/x?y=1|B1T.example",
                "LINK|bit.example|see https://b1t.example/x|b1t.example",
            })
    void finds_what_is_disguised_and_quotes_what_was_written(Kind kind, String term, String text, String evidence) {
        Reading reading = Reading.of(text);

        Finder finder = RuleCompiler.compile(new Definition(kind, List.of(term), Set.of()));

        assertThat(finder.in(reading)).map(reading::quote).hasValue(evidence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WORDS|port|I will support you",
                "LINK|shop.example|see shop.example.org",
                "LINK|shop.example|see myshop.example",
                "LINK|shop.example|see my-shop.example",
            })
    void a_part_of_something_else_is_not_it(Kind kind, String term, String text) {
        assertThat(finds(new Definition(kind, List.of(term), Set.of()), text)).isFalse();
    }

    @Test
    void a_domain_stands_for_its_subdomains() {
        assertThat(finds(new Definition(Kind.LINK, List.of("shop.example"), Set.of()), "a.shop.example"))
                .isTrue();
    }

    @Test
    void another_domain_before_it_does_not_hide_one() {
        Definition shop = new Definition(Kind.LINK, List.of("shop.example"), Set.of());

        assertThat(finds(shop, "not shop.example.org but https://shop.example/buy"))
                .isTrue();
    }

    @Test
    void what_is_hidden_does_not_make_a_text_too_long_to_be_read() {
        Definition words = new Definition(Kind.WORDS, List.of("forbidden"), Set.of());

        assertThat(finds(words, "\u200D".repeat(20_000) + "forbidden")).isTrue();
    }

    @Test
    void a_contact_needs_its_keyword() {
        Definition loans = new Definition(Kind.CONTACT, List.of("贷款"), Set.of(Channel.WECHAT, Channel.PHONE));

        assertThat(finds(loans, "低息贷款，加薇信：daikuan_66")).isTrue();
        assertThat(finds(loans, "贷款找我 138-0013-8000")).isTrue();
        assertThat(finds(loans, "想合作的加微信：founder_66")).isFalse();
        assertThat(finds(loans, "我们的贷款申请被银行拒了")).isFalse();
    }

    @Test
    void what_catches_everyday_sentences_is_refused() {
        assertRefused(new Definition(Kind.WORDS, List.of("产品"), Set.of()), "rule-too-broad");
        assertRefused(new Definition(Kind.PATTERN, List.of("co-?founder|investor"), Set.of()), "rule-too-broad");
        assertRefused(new Definition(Kind.PATTERN, List.of("(?:scam)*"), Set.of()), "rule-too-broad");
        assertRefused(new Definition(Kind.LINK, List.of("startup.example"), Set.of()), "rule-too-broad");
    }

    @Test
    void what_does_not_compile_or_would_be_slow_is_refused() {
        assertRefused(new Definition(Kind.PATTERN, List.of("(unclosed"), Set.of()), "rule-pattern");
        assertRefused(new Definition(Kind.PATTERN, List.of("(\\w+)\\1"), Set.of()), "rule-pattern");
        assertRefused(new Definition(Kind.PATTERN, List.of("x(?:[a-z]{1,40}){1,40}y"), Set.of()), "rule-too-slow");
        assertRefused(new Definition(Kind.WORDS, List.of("x"), Set.of()), "rule-word");
        assertRefused(new Definition(Kind.LINK, List.of("https://shop.example/x"), Set.of()), "rule-domain");
        assertRefused(new Definition(Kind.CONTACT, List.of("贷款"), Set.of()), "rule-channels");
        assertRefused(new Definition(Kind.PATTERN, List.of("one", "two"), Set.of()), "rule-pattern");
    }

    @Test
    void a_pattern_that_would_take_others_for_ever_takes_time_in_proportion() {
        Definition nested = new Definition(Kind.PATTERN, List.of("(?:a+)+b"), Set.of());

        assertThat(finds(nested, "a".repeat(20_000))).isFalse();
    }

    private static boolean finds(Definition definition, String text) {
        return RuleCompiler.compile(definition).in(Reading.of(text)).isPresent();
    }

    private static void assertRefused(Definition definition, String slug) {
        assertThatThrownBy(() -> RuleCompiler.check(definition)).isInstanceOfSatisfying(HttpProblem.class, problem -> {
            assertThat(problem.getStatusCode()).isEqualTo(422);
            assertThat(problem.getType()).hasToString("urn:cofound:problem:" + slug);
        });
    }
}
