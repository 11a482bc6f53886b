package io.cofound.moderation.classify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.cofound.contracts.moderation.Label;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The versioned list of rules. Patterns see normalised text, so they need not know any disguise. */
final class Rules {

    private static final String LIST = "/moderation/rules.tsv";
    private static final String VERSION = "# version ";
    /** Of one rule; more of the same says nothing new. */
    private static final int MOST_MATCHES = 8;

    private final String version;
    private final List<Rule> rules;
    private final WordLists wordLists = new WordLists();

    private Rules(String version, List<Rule> rules) {
        this.version = version;
        this.rules = rules;
    }

    static Rules load() {
        try (InputStream list = Rules.class.getResourceAsStream(LIST);
                BufferedReader lines = new BufferedReader(new InputStreamReader(list, UTF_8))) {
            String version = lines.readLine().substring(VERSION.length());
            return new Rules(
                    version,
                    lines.lines()
                            .filter(line -> !line.startsWith("#") && !line.isBlank())
                            .map(Rules::parse)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Rule parse(String line) {
        String[] fields = line.split("\t", 4);
        return new Rule(
                fields[0], Label.valueOf(fields[1]), Rule.Effect.valueOf(fields[2]), Pattern.compile(fields[3]));
    }

    String version() {
        return version;
    }

    List<Rule> all() {
        return rules;
    }

    /** What was found, in the order of the list. */
    List<RuleMatch> match(NormalisedText text) {
        List<RuleMatch> matches = new ArrayList<>(wordLists.match(text));
        for (Rule rule : rules) {
            Matcher matcher = rule.pattern().matcher(text.text());
            for (int found = 0; found < MOST_MATCHES && matcher.find(); found++) {
                if (matcher.end() > matcher.start()) {
                    matches.add(new RuleMatch(rule, matcher.start(), matcher.end()));
                }
            }
        }
        return matches;
    }
}
