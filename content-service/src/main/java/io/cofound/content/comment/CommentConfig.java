package io.cofound.content.comment;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "cofound.comments")
interface CommentConfig {

    /** How long after it was written an author may change a comment. */
    @WithDefault("15m")
    Duration editWindow();
}
