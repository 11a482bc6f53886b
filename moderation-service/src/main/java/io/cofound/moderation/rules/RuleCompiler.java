package io.cofound.moderation.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.cofound.moderation.classify.TextNormaliser;
import io.cofound.moderation.rules.Definition.Kind;
import io.cofound.moderation.rules.Reading.Span;
import io.cofound.platform.web.problem.Problem;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Makes definitions ready, and refuses with 422 those that would harm: RE2's patterns take time in proportion to text and
 * program, so a bound on the program bounds the time; a rule that catches any of the sentences in {@value #HARMLESS}
 * would catch what members write every day.
 */
final class RuleCompiler {

    private static final String HARMLESS = "/moderation/harmless.txt";
    private static final List<String> SENTENCES = sentences();

    /** Instructions; with texts of 20,000 characters about a tenth of a second at the very worst. */
    private static final int LARGEST_PROGRAM = 300;

    private static final int LONGEST_WORD = 64;

    private RuleCompiler() {}

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 422 that says what to change */
    static void check(Definition definition) {
        Finder finder = compile(definition);
        for (String sentence : SENTENCES) {
            if (finder.in(Reading.of(sentence)).isPresent()) {
                throw Problem.unprocessable(
                        "rule-too-broad", "It would catch what anybody may write: \u201c" + sentence + "\u201d");
            }
        }
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 422 where there is nothing that could be looked for */
    static Finder compile(Definition definition) {
        if (definition.channels().isEmpty() == (definition.kind() == Kind.CONTACT)) {
            throw Problem.unprocessable("rule-channels", "CONTACT takes one channel or more, the other kinds none.");
        }
        return switch (definition.kind()) {
            case WORDS -> words(definition.terms());
            case PATTERN -> pattern(definition.terms());
            case LINK -> domains(definition.terms());
            case CONTACT -> contact(definition);
        };
    }

    private static Finder words(List<String> terms) {
        WordScan scan = new WordScan(terms.stream().map(RuleCompiler::word).toList(), WordScan::isLatin);
        return reading -> scan.find(true, reading.normalised().text());
    }

    private static Finder pattern(List<String> terms) {
        if (terms.size() != 1) {
            throw Problem.unprocessable("rule-pattern", "PATTERN takes exactly one term.");
        }
        Pattern pattern = compiled(terms.getFirst());
        if (pattern.programSize() > LARGEST_PROGRAM) {
            throw Problem.unprocessable("rule-too-slow", "Fewer alternatives and shorter repetitions, please.");
        }
        if (pattern.matcher("").find()) {
            throw Problem.unprocessable("rule-too-broad", "It matches nothing at all, and so every text.");
        }
        return reading -> {
            Matcher found = pattern.matcher(reading.normalised().text());
            return found.find() ? Optional.of(new Span(true, found.start(), found.end())) : Optional.empty();
        };
    }

    private static Pattern compiled(String pattern) {
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw Problem.unprocessable("rule-pattern", "Not a pattern of RE2's syntax: " + e.getDescription() + ".");
        }
    }

    private static Finder domains(List<String> terms) {
        List<String> domains = terms.stream().map(RuleCompiler::domain).toList();
        WordScan scan = new WordScan(domains, c -> WordScan.isLatin(c) || c == '-');
        return reading -> pageOf(scan, false, reading.written())
                .or(() -> pageOf(scan, true, reading.normalised().text()));
    }

    private static Optional<Span> pageOf(WordScan domains, boolean normalised, String text) {
        return domains.find(normalised, text, end -> !goesOn(text, end));
    }

    /** {@code shop.example.org} is no page of {@code shop.example}. */
    private static boolean goesOn(String text, int end) {
        return end + 1 < text.length() && text.charAt(end) == '.' && WordScan.isLatin(text.charAt(end + 1));
    }

    private static Finder contact(Definition definition) {
        Finder keywords = words(definition.terms());
        return reading -> keywords.in(reading)
                .flatMap(ignored -> Contacts.find(
                        definition.channels(), reading.normalised().text()));
    }

    private static String word(String term) {
        String word = TextNormaliser.normalise(term.strip()).text();
        boolean latin = word.chars().allMatch(c -> c < 0x80);
        if (word.length() < (latin ? 3 : 2) || word.length() > LONGEST_WORD) {
            throw Problem.unprocessable(
                    "rule-word", "A word has 2 Chinese or 3 Latin characters at least, and 64 at most: " + term);
        }
        return word;
    }

    private static String domain(String term) {
        String domain = term.strip().toLowerCase(Locale.ROOT);
        if (domain.length() > 253 || !Pattern.matches("[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63})+", domain)) {
            throw Problem.unprocessable("rule-domain", "A domain without scheme and path, as in shop.example: " + term);
        }
        return domain;
    }

    private static List<String> sentences() {
        try (InputStream file = RuleCompiler.class.getResourceAsStream(HARMLESS)) {
            return new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
