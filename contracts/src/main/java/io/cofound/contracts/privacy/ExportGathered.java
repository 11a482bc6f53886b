package io.cofound.contracts.privacy;

import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;

/**
 * A piece of what one service keeps about a member. A tombstone follows as soon as it has arrived.
 *
 * @param pieceId the piece
 * @param exportId the export that asked for it
 * @param memberId the member
 * @param service which service keeps it, such as content-service
 * @param name what it is a list of, such as posts; the name of the file in the download
 * @param number counts the service's pieces from 1
 * @param of how many pieces the service sends; at least 1
 * @param items part of a JSON array, at most half a megabyte; the parts of one name, joined by number, are the array
 */
@EventType(value = "io.cofound.privacy.export.gathered.v1", topic = Topics.EXPORT)
public record ExportGathered(
        UUID pieceId, UUID exportId, UUID memberId, String service, String name, int number, int of, String items)
        implements Event {

    @Override
    public UUID aggregateId() {
        return pieceId;
    }
}
