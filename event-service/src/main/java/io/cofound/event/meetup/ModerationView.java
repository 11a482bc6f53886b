package io.cofound.event.meetup;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the texts of a meetup stand that were written last.
 *
 * @param shown whether others see a text of it, be it an earlier one
 * @param decision what was decided; null until then
 */
@Schema(name = "MeetupModeration")
record ModerationView(TextState state, boolean shown, Judgement decision) {

    /** Null for a draft, which nobody judges. */
    static ModerationView of(Texts texts) {
        return texts.state == null ? null : new ModerationView(texts.state, texts.isShown(), texts.judgement);
    }
}
