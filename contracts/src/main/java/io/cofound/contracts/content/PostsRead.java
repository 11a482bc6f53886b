package io.cofound.contracts.content;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;

/**
 * Members read posts: what came together in a moment, in one event. Only of members who agreed to be recommended things
 * by what they read.
 *
 * @param batchId this event
 * @param reads never empty; at most one of a member and a post
 * @param flushedAt when
 */
@EventType(value = "io.cofound.content.reading.gathered.v1", topic = Topics.READING)
public record PostsRead(UUID batchId, List<PostRead> reads, Instant flushedAt) implements Event {

    @Override
    public UUID aggregateId() {
        return batchId;
    }
}
