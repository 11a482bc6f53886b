package io.cofound.community.notification;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

/** Tells news from history: topics keep what happened for years, and may be read again from their start. */
@ApplicationScoped
public class News {

    private final NotificationConfig config;

    News(NotificationConfig config) {
        this.config = config;
    }

    public boolean isOld(Instant happenedAt) {
        return happenedAt.isBefore(Instant.now().minus(config.news()));
    }
}
