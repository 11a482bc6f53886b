package io.cofound.community.insight;

import java.util.Map;
import java.util.stream.Stream;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Topics that only the activity channels read, so that a year's events are not read by every other feature, too. */
@ApplicationScoped
class BulkTopics {

    static final String MEMBERSHIP = "insights.membership";
    static final String POST = "insights.post";
    static final String COMMENT = "insights.comment";
    static final String REGISTRATION = "insights.registration";

    private final Map<String, Object> broker;

    BulkTopics(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = broker;
    }

    /** Before the channels subscribe to them. */
    void create(@Observes @Priority(50) StartupEvent start) throws Exception {
        try (Admin admin = Admin.create(broker)) {
            admin.createTopics(Stream.of(MEMBERSHIP, POST, COMMENT, REGISTRATION)
                            .map(name -> new NewTopic(name, 1, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }
}
