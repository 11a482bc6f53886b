package io.cofound.matching.concept;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Singleton;

/** Finds the concepts of {@code glossary/concepts.tsv} in Chinese, English and mixed texts. */
@Singleton
public class Glossary {

    private static final String RESOURCE = "/glossary/concepts.tsv";

    private final Map<String, Concept> concepts = new LinkedHashMap<>();
    private final Node root = new Node();

    public Glossary() {
        source().lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(this::add);
    }

    /** The glossary as it is written, to tell whether another one was used before. */
    public static String source() {
        try (InputStream resource = Glossary.class.getResourceAsStream(RESOURCE)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return null for an id that is not in the glossary, as one of a former version */
    public Concept get(String id) {
        return concepts.get(id);
    }

    public Map<String, Concept> all() {
        return Map.copyOf(concepts);
    }

    /** Ids of the concepts a text names and of the broader ones these imply, in the order of the text. */
    public Set<String> conceptsIn(String text) {
        String normal = normalise(text);
        Set<String> found = new LinkedHashSet<>();
        int at = 0;
        while (at < normal.length()) {
            Match match = longestAt(normal, at);
            if (match == null) {
                at++;
            } else {
                for (Concept c = concepts.get(match.concept); c != null; c = concepts.get(c.broader())) {
                    found.add(c.id());
                }
                at = match.end;
            }
        }
        return found;
    }

    private record Match(String concept, int end) {}

    private static final class Node {

        private final Map<Character, Node> next = new HashMap<>();
        private String concept;
    }

    private void add(String line) {
        String[] columns = line.split("\t", -1);
        String[] chinese = columns[2].split("\\|");
        String[] english = columns[3].split("\\|");
        String id = columns[0];
        String broader = columns.length > 4 && !columns[4].isBlank() ? columns[4] : null;
        concepts.put(id, new Concept(id, Concept.Kind.valueOf(columns[1]), chinese[0], english[0], broader));
        for (String form : chinese) {
            add(form, id);
        }
        for (String form : english) {
            add(form, id);
        }
    }

    private void add(String form, String concept) {
        Node node = root;
        for (char c : normalise(form).toCharArray()) {
            node = node.next.computeIfAbsent(c, any -> new Node());
        }
        node.concept = concept;
    }

    private Match longestAt(String text, int start) {
        if (start > 0 && isLatin(text.charAt(start)) && isLatin(text.charAt(start - 1))) {
            return null;
        }
        Match longest = null;
        Node node = root;
        for (int at = start; at < text.length(); at++) {
            node = node.next.get(text.charAt(at));
            if (node == null) {
                break;
            }
            if (node.concept != null) {
                int end = wordEnd(text, at);
                longest = end < 0 ? longest : new Match(node.concept, end);
            }
        }
        return longest;
    }

    /** Where the word ends whose last matched letter is given, a plural's s included; -1 inside a longer word. */
    private static int wordEnd(String text, int last) {
        int end = last + 1;
        if (!isLatin(text.charAt(last)) || end == text.length() || !isLatin(text.charAt(end))) {
            return end;
        }
        boolean plural = text.charAt(end) == 's' && (end + 1 == text.length() || !isLatin(text.charAt(end + 1)));
        return plural ? end + 1 : -1;
    }

    private static boolean isLatin(char c) {
        return c < 0x250 && Character.isLetterOrDigit(c);
    }

    /** Width, case, hyphens and runs of blanks make no difference. */
    private static String normalise(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\-\u2010-\u2015]+", " ");
    }
}
