package io.cofound.content.reading;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.rebuild.RebuildableDocuments;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** The months of everybody who has read anything, member by member. */
@ApplicationScoped
class MonthRebuild implements RebuildableDocuments {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final ReadingRepository readings;
    private final MonthAlignment alignment;

    MonthRebuild(ReadingRepository readings, MonthAlignment alignment) {
        this.readings = readings;
        this.alignment = alignment;
    }

    @Override
    public String collection() {
        return ReadingMonths.COLLECTION;
    }

    @Override
    public Uni<List<String>> keysAfter(String last, int limit) {
        UUID after = last.isEmpty() ? BEFORE_ALL : UUID.fromString(last);
        return Panache.withSession(() -> readings.readersAfter(after, limit))
                .map(ids -> ids.stream().map(UUID::toString).toList());
    }

    @Override
    public Uni<Void> refresh(List<String> keys) {
        return Multi.createFrom()
                .iterable(keys)
                .onItem()
                .transformToUniAndConcatenate(key -> alignment.rebuild(UUID.fromString(key)))
                .onItem()
                .ignoreAsUni();
    }
}
