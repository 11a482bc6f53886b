package io.cofound.moderation.budget;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What language models may cost. Money is in millionths of {@link #currency()}. */
@ConfigMapping(prefix = "cofound.moderation.budget")
interface BudgetConfig {

    @WithDefault("USD")
    String currency();

    /** Of a thousand tokens that are read; the vendor's price. */
    @WithDefault("150")
    long inputMicrosPer1k();

    /** Of a thousand tokens that are written; the vendor's price. */
    @WithDefault("600")
    long outputMicrosPer1k();

    /** For the whole platform, where no operator set another. */
    @WithDefault("20000000")
    long platformMicrosADay();

    /** For each community, where no operator set another. */
    @WithDefault("500000")
    long communityMicrosADay();
}
