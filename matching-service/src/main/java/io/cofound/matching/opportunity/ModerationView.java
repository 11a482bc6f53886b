package io.cofound.matching.opportunity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the texts of a need or an offer stand that were written last.
 *
 * @param shown whether others see a text of it, be it an earlier one
 * @param decision what was decided; null until then
 */
@Schema(name = "OpportunityModeration")
public record ModerationView(TextState state, boolean shown, Judgement decision) {

    static ModerationView of(Texts texts) {
        return new ModerationView(texts.state, texts.isShown(), texts.judgement);
    }
}
