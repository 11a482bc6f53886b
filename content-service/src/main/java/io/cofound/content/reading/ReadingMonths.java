package io.cofound.content.reading;

import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.documents.Documents;
import io.cofound.platform.documents.GatheredDocuments;
import io.cofound.platform.web.paging.Cursor;
import io.smallrye.mutiny.Uni;
import org.bson.Document;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** What a member read in a month, in one document: ids, numbers and times, no texts. Every number in it only rises. */
@ApplicationScoped
class ReadingMonths {

    static final String COLLECTION = "reading_months";

    private static final String READS = "reads";

    /** @param readings latest first */
    record Month(List<Reading> readings) {

        int size() {
            return readings.size();
        }

        List<UUID> posts() {
            return readings.stream().map(Reading::postId).toList();
        }

        List<Reading> after(Optional<Cursor> cursor, int limit) {
            return readings.stream()
                    .filter(reading -> cursor.isEmpty() || ORDER.compare(reading, marker(cursor.get())) > 0)
                    .limit(limit)
                    .toList();
        }

        private static Reading marker(Cursor cursor) {
            return new Reading(null, cursor.id(), 0, 0, 0, cursor.at(), cursor.at());
        }
    }

    /** As PostgreSQL orders: ids by their bytes, unsigned, and so as their texts. */
    private static final Comparator<Reading> ORDER = Comparator.comparing(Reading::firstReadAt)
            .thenComparing(reading -> reading.postId().toString())
            .reversed();

    private final GatheredDocuments documents;

    ReadingMonths(Documents documents) {
        this.documents = documents.gathered(COLLECTION);
    }

    /** Empty where there is none, or the document store is slow or away. */
    @Timeout(value = 300, unit = ChronoUnit.MILLIS)
    @CircuitBreaker(requestVolumeThreshold = 8, delay = 2, delayUnit = ChronoUnit.SECONDS)
    @Fallback(fallbackMethod = "none")
    Uni<Optional<Month>> find(UUID memberId, YearMonth month) {
        return documents.find(id(memberId, month)).map(found -> Optional.ofNullable(found)
                .map(document -> month(memberId, document)));
    }

    Uni<Optional<Month>> none(UUID memberId, YearMonth month) {
        return Uni.createFrom().item(Optional.empty());
    }

    /** @param readings of this month, never none */
    Uni<Void> raise(UUID memberId, YearMonth month, Collection<Reading> readings) {
        Map<String, Object> values = new HashMap<>();
        readings.forEach(reading -> {
            String field = field(reading.postId()) + ".";
            values.put(field + "readings", reading.readings());
            values.put(field + "dwellMillis", reading.dwellMillis());
            values.put(field + "depth", reading.depth());
            // To the microsecond, which a date in a document does not keep.
            values.put(field + "firstReadAt", micros(reading.firstReadAt()));
            values.put(field + "lastReadAt", micros(reading.lastReadAt()));
        });
        return documents.raise(id(memberId, month), values);
    }

    Uni<Void> drop(UUID memberId, YearMonth month, Collection<UUID> posts) {
        return posts.isEmpty()
                ? Uni.createFrom().voidItem()
                : documents
                        .drop(
                                id(memberId, month),
                                posts.stream().map(ReadingMonths::field).toList())
                        .chain(() -> documents.removeEmpty(id(memberId, month), READS));
    }

    Uni<Void> remove(UUID memberId, YearMonth month) {
        return documents.remove(id(memberId, month));
    }

    private static Month month(UUID memberId, Document document) {
        List<Reading> readings = new ArrayList<>();
        document.get(READS, new Document()).forEach((postId, value) -> {
            Document reading = (Document) value;
            readings.add(new Reading(
                    memberId,
                    UUID.fromString(postId),
                    reading.getInteger("readings"),
                    reading.getLong("dwellMillis"),
                    reading.getDouble("depth"),
                    instant(reading.getLong("firstReadAt")),
                    instant(reading.getLong("lastReadAt"))));
        });
        readings.sort(ORDER);
        return new Month(readings);
    }

    private static String id(UUID memberId, YearMonth month) {
        return memberId + "/" + month;
    }

    private static String field(UUID postId) {
        return READS + "." + postId;
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
