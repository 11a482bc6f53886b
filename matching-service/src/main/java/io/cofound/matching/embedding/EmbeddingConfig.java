package io.cofound.matching.embedding;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether texts are compared by their meaning too. */
@ConfigMapping(prefix = "cofound.embedding")
interface EmbeddingConfig {

    /** False ranks by concepts and words alone and saves about 100 MB. */
    @WithDefault("true")
    boolean enabled();
}
