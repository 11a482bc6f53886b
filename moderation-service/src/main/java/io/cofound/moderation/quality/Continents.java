package io.cofound.moderation.quality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Where a country lies; nothing finer is kept of anybody. */
final class Continents {

    private static final String FILE = "/moderation/continents.tsv";

    private static final Map<String, String> BY_COUNTRY = read();

    private Continents() {}

    /**
     * @param region ISO 3166-1 country or ISO 3166-2 region; may be null
     * @return null where it is not known
     */
    static String of(String region) {
        return region == null ? null : BY_COUNTRY.get(region.split("-", 2)[0].toUpperCase(Locale.ROOT));
    }

    private static Map<String, String> read() {
        Map<String, String> continents = new HashMap<>();
        try (var lines = new BufferedReader(new InputStreamReader(Continents.class.getResourceAsStream(FILE), UTF_8))) {
            lines.lines().map(line -> line.split("\t")).forEach(columns -> {
                for (String country : columns[1].split(" ")) {
                    continents.put(country, columns[0]);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(continents);
    }
}
