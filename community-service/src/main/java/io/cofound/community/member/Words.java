package io.cofound.community.member;

import java.util.List;

import io.cofound.platform.text.LanguageDetector;

import static java.util.Objects.requireNonNullElse;

/**
 * What a member says in own words, which is judged before others see it.
 *
 * @param headline null if not told, as is about
 */
record Words(String displayName, String headline, String about, List<String> links) {

    static Words of(String displayName, ProfileDetails details) {
        return new Words(displayName, details.headline(), details.about(), details.links());
    }

    /** Nothing but a name. */
    static Words name(String displayName) {
        return new Words(displayName, null, null, List.of());
    }

    String language() {
        return LanguageDetector.detect(
                displayName + "\n" + requireNonNullElse(headline, "") + "\n" + requireNonNullElse(about, ""));
    }
}
