package io.cofound.moderation.rules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RuleStateTest {

    @ParameterizedTest
    @CsvSource({
        "DRAFT,SHADOW,true",
        "DRAFT,LIVE,false",
        "SHADOW,LIVE,true",
        "SHADOW,DRAFT,true",
        "LIVE,SHADOW,true",
        "LIVE,DRAFT,false",
        "LIVE,RETIRED,true",
        "RETIRED,SHADOW,false",
        "RETIRED,LIVE,false",
        "LIVE,LIVE,false"
    })
    void nothing_decides_that_has_not_been_watched(RuleState now, RuleState next, boolean may) {
        assertThat(now.mayBecome(next)).isEqualTo(may);
    }
}
