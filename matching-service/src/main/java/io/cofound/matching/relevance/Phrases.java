package io.cofound.matching.relevance;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

import io.cofound.matching.concept.Concept;

/** Says reasons in the reader's language. */
public enum Phrases {
    ENGLISH(Locale.ENGLISH),
    CHINESE(Locale.CHINESE);

    private final Locale locale;

    Phrases(Locale locale) {
        this.locale = locale;
    }

    /** @param acceptLanguage the header; null, unreadable or another language is answered in English */
    public static Phrases accepted(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return ENGLISH;
        }
        try {
            List<Locale> known = List.of(Locale.ENGLISH, Locale.CHINESE);
            Locale wanted = Locale.lookup(LanguageRange.parse(acceptLanguage), known);
            return Locale.CHINESE.equals(wanted) ? CHINESE : ENGLISH;
        } catch (IllegalArgumentException e) {
            return ENGLISH;
        }
    }

    /** BCP 47. */
    public String language() {
        return locale.toLanguageTag();
    }

    public String sharedConcept(Concept concept) {
        return this == CHINESE ? "双方都涉及“" + concept.chinese() + "”" : "Both are about " + concept.english();
    }

    public String ownConcept(Concept concept) {
        return this == CHINESE ? "你写过“" + concept.chinese() + "”" : "You write about " + concept.english();
    }

    public String similarMeaning() {
        return this == CHINESE ? "两段文字意思相近" : "The two texts say similar things";
    }

    public String likeOwnTexts() {
        return this == CHINESE ? "与你写过的内容意思相近" : "Says things similar to what you write";
    }

    public String sameWords() {
        return this == CHINESE ? "用词相同" : "Uses the same words";
    }

    public String ownCommunity() {
        return this == CHINESE ? "来自你加入的社区" : "From a community you belong to";
    }

    public String published(Duration age, Duration halfLife) {
        long days = age.toDays();
        return this == CHINESE
                ? "%s发布；每过%s，新鲜度减半".formatted(days == 0 ? "今天" : days + " 天前", spell(halfLife))
                : "Published %s; freshness halves every %s"
                        .formatted(
                                days == 0 ? "within a day" : days == 1 ? "1 day ago" : days + " days ago",
                                spell(halfLife));
    }

    private String spell(Duration duration) {
        long hours = duration.toHours();
        if (hours % 24 == 0) {
            return this == CHINESE ? hours / 24 + " 天" : hours / 24 + " days";
        }
        return this == CHINESE ? hours + " 小时" : hours + " hours";
    }
}
