package io.cofound.community.member;

import java.util.ArrayList;
import java.util.List;

import io.cofound.contracts.tag.Tag;
import io.cofound.contracts.tag.TagVocabulary;
import io.cofound.platform.web.problem.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** The tags that a member's words mean, by their ids, each once. */
record TagChoice(List<String> skills, List<String> interests) {

    private static final int SUGGESTIONS = 3;

    /** A word that means no tag, and the ids of tags that it may have meant. */
    record Unknown(String field, String word, List<String> suggestions) {}

    /** @throws HttpProblem 422 with all unknown words at once */
    static TagChoice of(List<String> skills, List<String> interests) {
        List<Unknown> unknown = new ArrayList<>();
        TagChoice choice = new TagChoice(resolve("skills", skills, unknown), resolve("interests", interests, unknown));
        if (!unknown.isEmpty()) {
            throw unknownTags(unknown);
        }
        return choice;
    }

    /** @throws HttpProblem 422 if it means no tag */
    static String idOf(String field, String word) {
        return TagVocabulary.standard()
                .find(word)
                .map(Tag::id)
                .orElseThrow(() -> unknownTags(List.of(unknown(field, word))));
    }

    private static List<String> resolve(String field, List<String> words, List<Unknown> unknown) {
        List<String> ids = new ArrayList<>();
        for (String word : words) {
            TagVocabulary.standard()
                    .find(word)
                    .map(Tag::id)
                    .ifPresentOrElse(ids::add, () -> unknown.add(unknown(field, word)));
        }
        return ids.stream().distinct().toList();
    }

    private static Unknown unknown(String field, String word) {
        List<String> suggestions = TagVocabulary.standard().near(word).stream()
                .limit(SUGGESTIONS)
                .map(Tag::id)
                .toList();
        return new Unknown(field, word, suggestions);
    }

    private static HttpProblem unknownTags(List<Unknown> unknown) {
        return HttpProblem.builder(Problem.unprocessable(
                        "unknown-tags", "These words are in no language a tag. All tags are at /api/v1/tags."))
                .with("unknown", unknown)
                .build();
    }
}
