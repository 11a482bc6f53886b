package io.cofound.matching.match;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.cofound.contracts.matching.OpportunityCategory;
import io.cofound.contracts.matching.OpportunityKind;
import io.cofound.contracts.matching.OpportunityPublished;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Hand-written needs and offers in both languages, and which offers fit which need. */
final class EvaluationSet {

    static final Instant WRITTEN = Instant.parse("2026-11-01T00:00:00Z");

    /** @param grade 1 for a makeshift to 3 for the one that was meant */
    record Need(
            String id,
            OpportunityCategory category,
            String language,
            String title,
            String text,
            Map<UUID, Integer> grades,
            UUID best) {

        boolean isHoldOut() {
            return Integer.parseInt(id.substring(1)) % 2 == 0;
        }
    }

    static final List<OpportunityPublished> OFFERS =
            rows("offers").map(EvaluationSet::offer).toList();
    static final List<Need> NEEDS = rows("needs").map(EvaluationSet::need).toList();

    private EvaluationSet() {}

    static boolean isCrossLanguage(Need need) {
        return OFFERS.stream()
                .anyMatch(offer -> offer.opportunityId().equals(need.best())
                        && !offer.language().equals(need.language()));
    }

    private static OpportunityPublished offer(String[] columns) {
        return new OpportunityPublished(
                id(columns[0]),
                1,
                UUID.nameUUIDFromBytes(("owner of " + columns[0]).getBytes(UTF_8)),
                OpportunityKind.OFFER,
                OpportunityCategory.valueOf(columns[1]),
                columns[3],
                columns[4],
                columns[2],
                WRITTEN);
    }

    private static Need need(String[] columns) {
        Map<UUID, Integer> grades = new HashMap<>();
        Arrays.stream(columns[5].split(","))
                .map(pair -> pair.split("="))
                .forEach(pair -> grades.put(id(pair[0]), Integer.valueOf(pair[1])));
        UUID best = grades.entrySet().stream()
                .filter(grade -> grade.getValue() == 3)
                .findFirst()
                .orElseThrow()
                .getKey();
        return new Need(
                columns[0],
                OpportunityCategory.valueOf(columns[1]),
                columns[2],
                columns[3],
                columns[4],
                Map.copyOf(grades),
                best);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }

    private static Stream<String[]> rows(String name) {
        try (InputStream resource = EvaluationSet.class.getResourceAsStream("/evaluation/" + name + ".tsv")) {
            return new String(resource.readAllBytes(), UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
