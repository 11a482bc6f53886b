package io.cofound.content.reading;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.privacy.PersonalData;
import io.smallrye.mutiny.Uni;

/** What members have read, and whether they agreed to that. */
@ApplicationScoped
@Priority(ReadingPersonalData.BEFORE_THE_OTHERS)
class ReadingPersonalData implements PersonalData {

    /** Reads lock the consents first of all, so that an erasure, which goes the same way, does not meet them head-on. */
    static final int BEFORE_THE_OTHERS = 2;

    private final ReadingRepository readings;
    private final Consents consents;
    private final Clearings clearings;

    ReadingPersonalData(ReadingRepository readings, Consents consents, Clearings clearings) {
        this.readings = readings;
        this.consents = consents;
        this.clearings = clearings;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return readings.of(memberId).chain(read -> consents.of(memberId)
                .map(copies -> List.of(
                        new Holding(
                                "readings", read.stream().map(OwnReading::of).toList()),
                        new Holding("reading-consent-copies", copies))));
    }

    /** Without the consent no read gets in any more. */
    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return consents.remove(request.memberId(), request.requestedAt())
                .chain(() -> readings.removeOf(request.memberId(), request.requestedAt()))
                .chain(gone -> clearings.follow(gone, true));
    }
}
