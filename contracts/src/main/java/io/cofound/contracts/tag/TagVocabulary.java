package io.cofound.contracts.tag;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tags of the whole platform, one for each thing in Chinese and English. Texts are compared without regard to case,
 * full or half width, spaces, hyphens, dots and the like: {@code "E-Commerce"}, {@code "ecommerce"} and {@code "電商"} are
 * one tag.
 */
public final class TagVocabulary {

    private static final String RESOURCE = "/tags/tags.tsv";
    private static final Pattern IGNORED = Pattern.compile("[\\s\\p{Z}\\p{Pd}\\p{Cf}_./·'’]+");

    /** Dice similarity of the two texts' pairs of letters, 0 to 1, from which a tag is near; chosen on misspellings. */
    private static final double NEAR = 0.45;

    private final List<Tag> tags;
    private final Map<String, Tag> byKey = new HashMap<>();

    private TagVocabulary(List<Tag> tags) {
        this.tags = List.copyOf(tags);
        for (Tag tag : tags) {
            for (String word : tag.words()) {
                Tag other = byKey.putIfAbsent(key(word), tag);
                if (other != null && other != tag) {
                    throw new IllegalStateException(
                            "\"%s\" means both %s and %s".formatted(word, other.id(), tag.id()));
                }
            }
        }
    }

    /** The one vocabulary, read once from the resource {@value #RESOURCE}. */
    public static TagVocabulary standard() {
        return Standard.VOCABULARY;
    }

    /** In the order of the resource: by subject. */
    public List<Tag> all() {
        return tags;
    }

    /** @param text an id, a name or an alias in either language */
    public Optional<Tag> find(String text) {
        return Optional.ofNullable(byKey.get(key(text)));
    }

    /** Tags of which a word begins so, those that are nearest to being complete first; none for an empty prefix. */
    public List<Tag> suggest(String prefix) {
        String start = key(prefix);
        if (start.isEmpty()) {
            return List.of();
        }
        return byKey.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(start))
                .sorted(Comparator.<Map.Entry<String, Tag>>comparingInt(
                                entry -> entry.getKey().length())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }

    /** What a text that means no tag may have meant, likeliest first: a beginning, or something spelt nearly so. */
    public List<Tag> near(String text) {
        Set<String> pairs = pairs(key(text));
        Map<Tag, Double> similarity = new HashMap<>();
        byKey.forEach((key, tag) -> similarity.merge(tag, similarity(pairs, pairs(key)), Math::max));
        Stream<Tag> alike = similarity.entrySet().stream()
                .filter(entry -> entry.getValue() >= NEAR)
                .sorted(Map.Entry.<Tag, Double>comparingByValue().reversed().thenComparing(entry -> entry.getKey()
                        .id()))
                .map(Map.Entry::getKey);
        Set<Tag> near = new LinkedHashSet<>(suggest(text));
        alike.forEach(near::add);
        return List.copyOf(near);
    }

    /** Sørensen–Dice coefficient. */
    private static double similarity(Set<String> some, Set<String> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return 0;
        }
        Set<String> shared = new HashSet<>(some);
        shared.retainAll(others);
        return 2.0 * shared.size() / (some.size() + others.size());
    }

    private static Set<String> pairs(String key) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < key.length(); i++) {
            pairs.add(key.substring(i, i + 2));
        }
        return pairs;
    }

    private static String key(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return IGNORED.matcher(folded).replaceAll("");
    }

    /** Read when it is first asked for. */
    private static final class Standard {

        static final TagVocabulary VOCABULARY = new TagVocabulary(read());

        private static List<Tag> read() {
            try (var lines = new BufferedReader(
                    new InputStreamReader(TagVocabulary.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
                return lines.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(Standard::parse)
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Tag parse(String line) {
            String[] columns = line.split("\t", -1);
            if (columns.length != 4) {
                throw new IllegalStateException("not four columns: " + line);
            }
            return new Tag(columns[0], columns[1], columns[2], List.of(columns[3].split("\\|")));
        }
    }
}
