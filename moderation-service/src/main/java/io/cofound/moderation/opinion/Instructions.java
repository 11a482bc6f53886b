package io.cofound.moderation.opinion;

import java.util.List;
import java.util.Optional;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.cofound.moderation.classify.NormalisedText;
import io.cofound.moderation.classify.TextNormaliser;

/**
 * Words addressed to whoever judges a text rather than to its readers. Broad on purpose: where they stand, a language
 * model's word is not enough to publish; nothing else follows.
 */
final class Instructions {

    private static final List<Pattern> PATTERNS = List.of(
            said("\\b(?:ignore|disregard|forget|override|bypass)\\b.{0,60}\\b(?:instructions?|rules?|prompts?"
                    + "|guidelines?|above|previous|policy|policies)\\b"),
            said("\\b(?:system|developer) (?:prompt|message|override|note)\\b"),
            said("\\b(?:label|classify|mark|rate|judge|flag|treat|approve)\\b.{0,40}"
                    + "\\b(?:as |= ?|: ?)[\"'`]?(?:ok|safe|fit|harmless|clean|approved|not spam)\\b"),
            said("\\b(?:output|answer|respond|reply|return|print|say)\\b.{0,40}[\"'`{]? ?"
                    + "(?:\\bok\\b|\\bjson\\b|\\blabel\\b|\\bconfidence\\b)"),
            said("[\"'`]label[\"'`] ?:|\\bconfidence[\"'`]? ?[:=] ?(?:1|0?\\.9)"),
            said("\\byou are (?:now )?(?:an? |the )?(?:ai|assistant|moderator|language model|classifier"
                    + "|llm|chatbot|unrestricted|dan)\\b"),
            said("\\b(?:dear|hello|hey|attention|note to(?: the)?) (?:ai|moderator|moderation|classifier"
                    + "|language model|llm|assistant|reviewer)\\b"),
            said("<\\|?(?:im_start|im_end|system|assistant|endoftext)\\|?>|\\[/?inst\\]|=====text-"
                    + "|</?(?:system|assistant|instructions?)>"),
            said("(?:忽略|无视|忘记|忘掉|跳过|绕过).{0,20}(?:指令|指示|规则|提示|要求|以上|之前|上面|政策)"),
            said("(?:请|必须|务必|直接|你).{0,12}(?:标记|标为|判定|判为|归类|分类|输出|回答|回复|返回|视为)" + ".{0,12}(?:ok|正常|安全|合规|通过|无害|没问题)"),
            said("你(?:现在)?是(?:一个|一名|个)?.{0,8}(?:审核|ai|人工智能|模型|助手|分类器|机器人)"),
            said("(?:系统提示|系统消息|系统指令|审核员请|亲爱的(?:ai|模型|审核))"));

    private Instructions() {}

    /** Between words there may be whatever separates words, and a line may end anywhere. */
    private static Pattern said(String words) {
        return Pattern.compile(words.replace(" ?", "\\s*").replace(" ", "\\s+"), Pattern.DOTALL);
    }

    /** What the author wrote there; empty where nobody is instructed. Takes time in proportion to the text. */
    static Optional<String> in(String text) {
        NormalisedText normalised = TextNormaliser.normalise(text);
        return PATTERNS.stream()
                .map(pattern -> pattern.matcher(normalised.text()))
                .filter(Matcher::find)
                .map(found -> normalised.quote(found.start(), found.end()))
                .findFirst();
    }
}
