package io.cofound.community.member;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How what a member says in own words stands: name, headline, about and links.
 *
 * @param shown whether others see what was written last
 * @param decision what was decided; null until then
 */
@Schema(name = "ProfileModeration")
record ModerationView(WordsState state, boolean shown, Judgement decision) {

    /** Null where nothing was judged. */
    static ModerationView of(OwnWords words) {
        return words.state == null ? null : new ModerationView(words.state, words.written() == null, words.judgement);
    }
}
