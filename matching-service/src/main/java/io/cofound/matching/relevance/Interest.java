package io.cofound.matching.relevance;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What somebody looks for.
 *
 * @param language of the texts it comes from, BCP 47
 * @param concepts ids from the glossary, and how much each matters, from 0 to 1
 * @param vector of length 1; empty where there is none (yet)
 * @param text to find the words of; empty to look by concepts and meaning alone
 */
public record Interest(String language, Map<String, Double> concepts, Optional<float[]> vector, String text) {

    /** Of whom nothing is known. */
    public static final Interest NONE = new Interest("und", Map.of(), Optional.empty(), "");

    /** In one text, where every concept matters alike. */
    public static Interest inText(String language, Collection<String> concepts, Optional<float[]> vector, String text) {
        return new Interest(
                language, concepts.stream().collect(Collectors.toMap(Function.identity(), id -> 1.0)), vector, text);
    }

    public boolean isEmpty() {
        return concepts.isEmpty() && vector.isEmpty() && text.isBlank();
    }
}
