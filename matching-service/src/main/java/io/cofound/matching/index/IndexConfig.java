package io.cofound.matching.index;

import java.nio.file.Path;
import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the index lies and how it keeps up with the topics. */
@ConfigMapping(prefix = "cofound.index")
interface IndexConfig {

    /** A folder of this instance alone. */
    Path folder();

    /** Time until what was read from the topics can be found; below 1 s keeps the promise of the API. */
    @WithDefault("200ms")
    Duration refreshEvery();

    /** A crash loses at most this much, which is then read again from the topics. */
    @WithDefault("5s")
    Duration commitEvery();

    /** Commits earlier after this many records; at least 1. */
    @WithDefault("2000")
    int commitAfter();

    /**
     * How often what was removed, or is no longer to be named, is taken out of the files too. Each time writes every
     * segment anew that holds such a thing; after a day without removals it does nothing.
     */
    @WithDefault("10m")
    Duration purgeEvery();
}
