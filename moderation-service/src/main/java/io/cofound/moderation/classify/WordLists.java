package io.cofound.moderation.classify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.github.houbb.sensitive.word.api.IWordResult;
import com.github.houbb.sensitive.word.bs.SensitiveWordBs;
import com.github.houbb.sensitive.word.constant.enums.WordTagType;
import com.github.houbb.sensitive.word.support.allow.WordAllows;
import com.github.houbb.sensitive.word.support.result.WordResultHandlers;
import io.cofound.contracts.moderation.Label;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The library's Chinese word lists of gambling, drugs and pornography. Its political words are left out: naming a
 * government is no offence here. Short words are left out too, since they hide inside ordinary ones.
 */
final class WordLists {

    private static final String LIST = "/sensitive_word_tags.txt";
    private static final int SHORTEST = 3;

    private static final Map<WordTagType, Rule> RULES = new EnumMap<>(Map.of(
            WordTagType.DUPIN, new Rule("words-drugs", Label.SPAM, Rule.Effect.SIGNAL, null),
            WordTagType.SEQING, new Rule("words-porn", Label.SPAM, Rule.Effect.SIGNAL, null),
            WordTagType.DUBO, new Rule("words-gambling", Label.SPAM, Rule.Effect.SIGNAL, null)));

    private final Map<String, Rule> words = read();
    private final SensitiveWordBs search = SensitiveWordBs.newInstance()
            .wordDeny(() -> new ArrayList<>(words.keySet()))
            .wordAllow(WordAllows.empty())
            .enableNumCheck(false)
            .enableEmailCheck(false)
            .enableUrlCheck(false)
            .enableIpv4Check(false)
            // The text is normalised already.
            .ignoreCase(false)
            .ignoreWidth(false)
            .ignoreNumStyle(false)
            .ignoreChineseStyle(false)
            .ignoreEnglishStyle(false)
            .ignoreRepeat(false)
            .init();

    List<RuleMatch> match(NormalisedText text) {
        List<IWordResult> found = search.findAll(text.text(), WordResultHandlers.raw());
        List<RuleMatch> matches = new ArrayList<>();
        for (IWordResult word : found) {
            Rule rule = words.get(text.text().substring(word.startIndex(), word.endIndex()));
            if (rule != null) {
                matches.add(new RuleMatch(rule, word.startIndex(), word.endIndex()));
            }
        }
        return matches;
    }

    private static Map<String, Rule> read() {
        Map<String, Rule> words = new HashMap<>();
        try (InputStream list = WordLists.class.getResourceAsStream(LIST);
                BufferedReader lines = new BufferedReader(new InputStreamReader(list, UTF_8))) {
            lines.lines()
                    .map(line -> line.split(" "))
                    .filter(fields -> fields.length == 2)
                    .forEach(fields -> {
                        String word = fields[0].toLowerCase(java.util.Locale.ROOT);
                        RULES.forEach((tag, rule) -> {
                            if (word.length() >= SHORTEST
                                    && List.of(fields[1].split(",")).contains(tag.getCode())) {
                                words.putIfAbsent(word, rule);
                            }
                        });
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
