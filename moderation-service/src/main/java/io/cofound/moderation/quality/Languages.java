package io.cofound.moderation.quality;

import java.util.List;
import java.util.Locale;

/** The languages that are told apart: those that the model was trained on, and the rest. */
final class Languages {

    static final String OTHER = "other";

    static final List<String> KNOWN = List.of("en", "zh");

    static final List<String> ALL = List.of("en", "zh", OTHER);

    private Languages() {}

    /** @param tag BCP 47; null where it is not known */
    static String group(String tag) {
        String primary = tag == null ? "" : tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
        return KNOWN.contains(primary) ? primary : OTHER;
    }
}
