package io.cofound.platform.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.privacy.ExportGathered;
import io.cofound.contracts.privacy.ExportRequested;
import io.cofound.platform.privacy.PersonalData.Holding;

/**
 * Cuts what a service keeps into pieces that fit into a Kafka record, whose default limit is a megabyte. A cut may fall
 * inside an item: one that is too long for a record would otherwise stop the outbox for everybody.
 */
@ApplicationScoped
class Pieces {

    /** In characters: at most three bytes each, or two where the record's own JSON has to escape them. */
    static final int LONGEST = 160_000;

    /** A service that keeps nothing of anybody says so, or the export would wait for it. */
    private static final Holding NOTHING = new Holding("nothing", List.of());

    private record Piece(String name, String items) {}

    private final ObjectMapper json;

    Pieces(ObjectMapper json) {
        this.json = json;
    }

    /** @return at least one; holdings of the same name become one */
    List<ExportGathered> of(ExportRequested request, String service, List<Holding> holdings) {
        List<Piece> pieces = byName(holdings.isEmpty() ? List.of(NOTHING) : holdings).entrySet().stream()
                .flatMap(holding ->
                        cut(write(holding.getValue())).stream().map(items -> new Piece(holding.getKey(), items)))
                .toList();
        return IntStream.range(0, pieces.size())
                .mapToObj(i -> new ExportGathered(
                        UuidCreator.getTimeOrderedEpoch(),
                        request.exportId(),
                        request.memberId(),
                        service,
                        pieces.get(i).name(),
                        i + 1,
                        pieces.size(),
                        pieces.get(i).items()))
                .toList();
    }

    private static Map<String, List<Object>> byName(List<Holding> holdings) {
        Map<String, List<Object>> byName = new LinkedHashMap<>();
        holdings.forEach(holding -> byName.computeIfAbsent(holding.name(), name -> new ArrayList<>())
                .addAll(holding.items()));
        return byName;
    }

    private static List<String> cut(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (text.length() - start > LONGEST) {
            // Half of a surrogate pair is no text.
            int end = start + LONGEST - (Character.isHighSurrogate(text.charAt(start + LONGEST - 1)) ? 1 : 0);
            parts.add(text.substring(start, end));
            start = end;
        }
        parts.add(text.substring(start));
        return parts;
    }

    private String write(List<?> items) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(items);
        } catch (JsonProcessingException e) {
            // Without the cause, whose message quotes what a member wrote.
            throw new IllegalArgumentException(
                    "what is kept cannot be written as JSON: " + e.getClass().getSimpleName());
        }
    }
}
