package io.cofound.moderation.classification;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.moderation.author.Authors;
import io.cofound.moderation.classify.Classification;
import io.cofound.moderation.classify.Classifier;
import io.cofound.moderation.opinion.Question;
import io.cofound.moderation.opinion.SecondOpinion;
import io.cofound.moderation.rules.RuleRung;
import io.cofound.moderation.rules.Ruled;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.faulttolerance.Bulkhead;

/** The whole cascade for one text; nothing is stored. */
@ApplicationScoped
class ClassificationService {

    private final RuleRung rules;
    private final Classifier classifier;
    private final SecondOpinion opinion;
    private final Authors authors;

    ClassificationService(RuleRung rules, Classifier classifier, SecondOpinion opinion, Authors authors) {
        this.rules = rules;
        this.classifier = classifier;
        this.opinion = opinion;
        this.authors = authors;
    }

    /**
     * As for an author nobody knows. Bounded, so that a flood of these never delays posts.
     *
     * @param memberId who tries the text, and has to consent to its leaving the platform
     */
    @Bulkhead(value = 4, waitingTaskQueue = 60)
    Uni<Classification> classify(UUID memberId, String text) {
        return rules.judge(null, text, () -> classifier.classify(text))
                .map(Ruled::classification)
                .chain(local -> opinion.isWanted(local, 0)
                        ? authors.get(memberId)
                                .chain(author -> author.externalProcessing()
                                        ? opinion.on(Question.trying(memberId, text), local)
                                        : Uni.createFrom().item(SecondOpinion.withoutConsent(local)))
                        : Uni.createFrom().item(local));
    }
}
