package io.cofound.matching.index;

import java.util.Collection;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.events.projection.StoredOffsets;
import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.common.TopicPartition;

/** The topics are read on from where the index has them. */
@ApplicationScoped
@Identifier("matching.index")
class IndexOffsets extends StoredOffsets {

    private final MatchingIndex index;

    IndexOffsets(MatchingIndex index) {
        this.index = index;
    }

    @Override
    protected Map<TopicPartition, Long> next(Collection<TopicPartition> partitions) {
        return index.offsets();
    }
}
