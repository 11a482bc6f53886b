package io.cofound.platform.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.privacy.ExportGathered;
import io.cofound.contracts.privacy.ExportRequested;
import io.cofound.platform.privacy.PersonalData.Holding;

/** Cuts what a service keeps into pieces that fit into a Kafka record, whose default limit is a megabyte. */
@ApplicationScoped
class Pieces {

    /** In characters, of which a Chinese one takes three bytes. */
    private static final int LONGEST = 160_000;

    private record Piece(String name, String items) {}

    private final ObjectMapper json;

    Pieces(ObjectMapper json) {
        this.json = json;
    }

    List<ExportGathered> of(ExportRequested request, String service, List<Holding> holdings) {
        List<Piece> pieces = holdings.stream()
                .flatMap(holding -> cut(holding.items()).stream().map(items -> new Piece(holding.name(), items)))
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

    /** JSON arrays, at least one; an item that is too long alone is a piece of its own. */
    private List<String> cut(List<?> items) {
        List<String> arrays = new ArrayList<>();
        StringBuilder array = new StringBuilder("[");
        for (Object item : items) {
            String text = write(item);
            if (array.length() > 1 && array.length() + text.length() > LONGEST) {
                arrays.add(array.append(']').toString());
                array = new StringBuilder("[");
            }
            array.append(array.length() > 1 ? ",\n" : "").append(text);
        }
        arrays.add(array.append(']').toString());
        return arrays;
    }

    private String write(Object item) {
        try {
            return json.writeValueAsString(item);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(item.getClass().getSimpleName() + " cannot be written as JSON", e);
        }
    }
}
