package io.cofound.moderation.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds texts that say nearly the same in the same words; a model that has seen one is not tested by the other. */
public final class NearDuplicates {

    private static final int GRAM = 3;
    /** Share of common character trigrams, Jaccard. */
    private static final double ALIKE = 0.4;

    private final List<Integer> sizes = new ArrayList<>();
    private final Map<String, List<Integer>> textsWith = new HashMap<>();

    public NearDuplicates(List<LabelledText> known) {
        for (LabelledText text : known) {
            Set<String> grams = grams(text);
            grams.forEach(gram -> textsWith
                    .computeIfAbsent(gram, ignored -> new ArrayList<>())
                    .add(sizes.size()));
            sizes.add(grams.size());
        }
    }

    public boolean has(LabelledText text) {
        Set<String> grams = grams(text);
        Map<Integer, Integer> common = new HashMap<>();
        grams.forEach(
                gram -> textsWith.getOrDefault(gram, List.of()).forEach(other -> common.merge(other, 1, Integer::sum)));
        return common.entrySet().stream().anyMatch(other -> {
            int all = grams.size() + sizes.get(other.getKey()) - other.getValue();
            return other.getValue() >= ALIKE * all;
        });
    }

    private static Set<String> grams(LabelledText text) {
        String plain = TextNormaliser.normalise(text.text()).text().replaceAll("[\\s\\p{Punct}，。！？、：]+", "");
        Set<String> grams = new HashSet<>();
        for (int i = 0; i <= Math.max(0, plain.length() - GRAM); i++) {
            grams.add(plain.substring(i, Math.min(plain.length(), i + GRAM)));
        }
        return grams;
    }
}
