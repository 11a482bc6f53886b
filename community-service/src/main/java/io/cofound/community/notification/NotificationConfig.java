package io.cofound.community.notification;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long notifications matter, and when digests are made. */
@ConfigMapping(prefix = "cofound.notifications")
public interface NotificationConfig {

    /**
     * What another service tells later than this after it happened is no news, and nobody is told: so can a topic be
     * read from its start without waking everybody. Shorter than {@link #keepRead}, which remembers what was told.
     */
    @WithDefault("P7D")
    Duration news();

    /** How long what was read is kept after it was raised. */
    @WithDefault("P90D")
    Duration keepRead();

    /** How long anything is kept after it was raised. */
    @WithDefault("P365D")
    Duration keepUnread();

    /** Hour of the day, UTC, at which the digest of the day is cut off and prepared. */
    @WithDefault("6")
    @Min(0)
    @Max(23)
    int digestHour();
}
