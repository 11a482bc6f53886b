package io.cofound.moderation.decision;

import java.util.ResourceBundle;

/** How statements find their words. */
final class Wording {

    /** Never those of the machine's own language. */
    static final ResourceBundle.Control ONLY_THE_ASKED =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Wording() {}

    /** A rule may name a clause that has no wording yet; then its name has to do. */
    static String ofClause(ResourceBundle words, String clause) {
        String key = "clause." + clause;
        return words.containsKey(key) ? words.getString(key) : clause;
    }
}
