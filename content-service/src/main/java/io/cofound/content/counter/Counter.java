package io.cofound.content.counter;

import java.util.Locale;

/** What is counted of a post. */
public enum Counter {
    /** Comments that others see. */
    COMMENTS,
    REACTIONS,
    BOOKMARKS,
    /** Members who have read it, of those who agreed to be counted. */
    READS;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
