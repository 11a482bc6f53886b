package io.cofound.moderation.opinion;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out what identifies or pays a person, so that it does not leave this process: mail addresses, wallets, bank
 * accounts and cards, identity documents, telephone numbers, and names in messengers, in Chinese and English and in the
 * usual disguises. Numbers that have a check digit are taken for what they look like only if it is right, or if the words
 * before say so: order numbers, dates and amounts stay. People's names stay, too.
 */
final class Redaction {

    private record Kind(String name, Pattern pattern, Predicate<String> check) {}

    /** What is taken by one kind is not seen by the next. */
    private static final List<Kind> KINDS = List.of(
            kind("mail", "[\\w.%+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4}"),
            kind(
                    "mail",
                    "(?i)[\\w.%+-]{1,64} ?(?:[(\\[{] ?at ?[)\\]}]|艾特) ?[\\w-]{1,63}"
                            + "(?: ?(?:\\.|[(\\[{] ?dot ?[)\\]}]| dot |点) ?[\\w-]{2,63}){1,3}"),
            kind("mail", "(?i)\\b[\\w.%+-]{1,64} at [\\w-]{1,63} dot (?:com|net|org|io|cn|co|ai|dev|me)\\b"),
            kind(
                    "wallet",
                    "\\b(?:0x[0-9a-fA-F]{40}|bc1[0-9a-z]{20,60}|(?=[a-zA-Z]*[0-9])[13][1-9A-HJ-NP-Za-km-z]{25,34}"
                            + "|T[1-9A-HJ-NP-Za-km-z]{33})\\b"),
            kind("wallet", "(?i)(?<=(?:wallet|钱包|地址|address|sol)[^a-z0-9\\n]{0,8})[1-9A-HJ-NP-Za-km-z]{32,44}\\b"),
            new Kind(
                    "account",
                    Pattern.compile("\\b[A-Z]{2}[0-9]{2}(?: ?[0-9A-Z]{4}){2,7}(?: ?[0-9A-Z]{1,3})?\\b"),
                    CheckDigits::isIban),
            kind("account", "(?<=(?:账号|帐号|账户|account (?:no|number))[^0-9\\n]{0,6})[0-9](?:[ -]?[0-9]){7,22}"),
            new Kind(
                    "id",
                    Pattern.compile("(?<![0-9])[1-9][0-9]{5}(?:19|20)[0-9]{9}[0-9Xx](?![0-9])"),
                    CheckDigits::isChineseId),
            kind("id", "(?<=身份证(?:号码?)?[^0-9\\n]{0,6})(?:[0-9][ -]?){14,17}[0-9Xx](?![0-9])"),
            kind(
                    "id",
                    "(?i)(?<=(?:护照|passport)[^a-z0-9\\n]{0,4}(?:no|number|号码?|号)?[^a-z0-9\\n]{0,4})[a-z]{0,2}[0-9]{7,9}\\b"),
            kind("id", "(?<![0-9-])[0-9]{3}-[0-9]{2}-[0-9]{4}(?![0-9-])"),
            new Kind(
                    "card", Pattern.compile("(?<![0-9])[2-6][0-9](?:[ -]?[0-9]){11,17}(?![0-9])"), CheckDigits::isCard),
            kind("card", "(?i)(?<=(?:卡号|银行卡|card (?:no|number))[^0-9\\n]{0,8})[0-9](?:[ -]?[0-9]){11,18}"),
            kind("phone", "(?<![0-9]|[0-9]\\.)(?:\\+?86[ -]?)?1[3-9][0-9][ .-]?[0-9]{3,4}[ .-]?[0-9]{4,5}(?![0-9])"),
            kind("phone", "(?<![0-9])1(?:[ .-][0-9]){10}(?![0-9])"),
            kind(
                    "phone",
                    "(?<![0-9])(?:\\+|00)[1-9][0-9]{0,2}[ .-]?(?:\\(0\\)[ .-]?)?(?:[ .-]?\\(?[0-9]{1,4}\\)?){2,5}(?![0-9])"),
            kind("phone", "(?<![0-9])(?:\\(0[0-9]{2,3}\\)[ -]?|0[0-9]{2,4}[ -])[0-9]{3,4}[ -]?[0-9]{3,4}(?![0-9])"),
            kind("phone", "(?<![0-9])(?:\\([2-9][0-9]{2}\\) ?|[2-9][0-9]{2}[ .-])[0-9]{3}[ .-][0-9]{4}(?![0-9])"),
            kind("phone", "(?<![0-9])[48]00[ -]?[0-9]{3}[ -]?[0-9]{4}(?![0-9])"),
            kind(
                    "phone",
                    "(?i)(?<=(?:电话|手机|致电|座机|热线|tel|phone|call me|whatsapp|mobile)[^0-9a-z\\n]{0,6}(?:at |on )?)"
                            + "\\+?[0-9](?:[ -]?[0-9]){6,14}(?![0-9])"),
            kind("messenger", "(?i)\\b(?:t\\.me|wa\\.me|m\\.me|line\\.me/ti/p)/[\\w+~-]{3,40}"),
            kind(
                    "messenger",
                    "(?i)(?:微信|薇信?|威信|v信|扣扣|企鹅|飞书|钉钉|电报|\\b(?:vx|wx|wechat|weixin|qq|tg|telegram|whatsapp|line"
                            + "|skype|signal|discord))"
                            + "(?: ?(?:号码?|id|account|handle))?(?: is | ?[:是为=@] ?@?)[a-z0-9][\\w.-]{3,29}"),
            kind(
                    "messenger",
                    "(?i)(?:微信|薇信?|威信|v信|扣扣|企鹅|\\b(?:vx|wx|wechat|weixin|qq|tg|telegram|skype))"
                            + "(?: ?(?:号码?|id))? ?(?=[a-z_-]{0,29}[0-9_])[a-z0-9][\\w-]{4,29}"),
            kind("messenger", "(?i)(?<=(?:加|加我|加个)) ?(?:微信|薇|威信|v|vx|wx|qq) ?[a-z][\\w-]{5,19}"),
            kind("handle", "(?<![\\w/.])@[\\w]{3,30}\\b"));

    private Redaction() {}

    static Redacted of(String text) {
        FoldedText folded = FoldedText.of(text);
        StringBuilder left = new StringBuilder(folded.inFigures());
        String[] replacements = new String[text.length()];
        int[] ends = new int[text.length()];
        Map<String, Integer> removed = new TreeMap<>();
        for (Kind kind : KINDS) {
            Matcher found = kind.pattern().matcher(left.toString());
            while (found.find()) {
                if (kind.check().test(found.group())) {
                    blank(left, found.start(), found.end());
                    int start = folded.starts()[found.start()];
                    replacements[start] = "[" + kind.name() + "]";
                    ends[start] = folded.ends()[found.end() - 1];
                    removed.merge(kind.name(), 1, Integer::sum);
                }
            }
        }
        return new Redacted(replaced(text, replacements, ends), removed);
    }

    /** Neither a digit nor a letter of any kind, so that no later kind takes what is left beside it for more. */
    private static void blank(StringBuilder text, int start, int end) {
        for (int i = start; i < end; i++) {
            text.setCharAt(i, '\u0000');
        }
    }

    private static String replaced(String text, String[] replacements, int[] ends) {
        StringBuilder result = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            if (replacements[at] == null) {
                result.append(text.charAt(at));
                at++;
            } else {
                result.append(replacements[at]);
                at = ends[at];
            }
        }
        return result.toString();
    }

    private static Kind kind(String name, String pattern) {
        return new Kind(name, Pattern.compile(pattern), found -> true);
    }
}
