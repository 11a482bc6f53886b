package io.cofound.moderation.quality;

import java.util.Arrays;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ContinentsTest {

    @Test
    void every_country_lies_somewhere() {
        assertThat(Arrays.stream(Locale.getISOCountries()).filter(country -> Continents.of(country) == null))
                .isEmpty();
    }

    @Test
    void a_region_lies_where_its_country_does() {
        assertThat(Continents.of("CN-GD")).isEqualTo("asia");
        assertThat(Continents.of("de")).isEqualTo("europe");
        assertThat(Continents.of("US-CA")).isEqualTo("north-america");
    }

    @Test
    void whoever_tells_none_or_one_that_is_not_has_none() {
        assertThat(Continents.of(null)).isNull();
        assertThat(Continents.of("XX")).isNull();
    }
}
