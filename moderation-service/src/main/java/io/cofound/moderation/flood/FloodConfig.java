package io.cofound.moderation.flood;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** From when on much of the same is a flood, and many new members are a wave. */
@ConfigMapping(prefix = "cofound.moderation.flood")
interface FloodConfig {

    /** Copies within it count together. */
    @WithDefault("10m")
    Duration window();

    /** Letters and digits; what has fewer is a copy only if it is the same word for word. "谢谢分享" is no flood. */
    @WithDefault("24")
    int shortBelow();

    /** The how-manieth copy of one author, in whichever communities, is held. */
    @WithDefault("5")
    int byOneAuthor();

    /** As {@link #byOneAuthor}, for short texts. */
    @WithDefault("10")
    int shortByOneAuthor();

    /** The how-manieth copy of several authors in one community is held. */
    @WithDefault("6")
    int byManyAuthors();

    /** As {@link #byManyAuthors}, for short texts. */
    @WithDefault("60")
    int shortByManyAuthors();

    /** Fewer authors than this are not many. */
    @WithDefault("3")
    int manyAuthors();

    JoinWaveConfig joinWave();

    /** When many new members write at once. */
    interface JoinWaveConfig {

        /** How long after joining somebody counts as new. */
        @WithDefault("24h")
        Duration newFor();

        /** So many new members who write within the flood's window make a wave. */
        @WithDefault("12")
        int members();

        /** How long what newcomers write is held, from the last time that so many wrote at once. */
        @WithDefault("30m")
        Duration holdFor();
    }
}
