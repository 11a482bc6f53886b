package io.cofound.moderation.opinion;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What identifies or pays a person, and so does not leave this process. */
final class PersonalData {

    /** In this order: what a later pattern would take a part of comes first. */
    private static final Map<String, Pattern> KINDS = new LinkedHashMap<>();

    static {
        kind("mail", "[\\w.%+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4}");
        kind(
                "wallet",
                "\\b(?:0x[0-9a-fA-F]{40}|bc1[0-9a-z]{20,60}|[13][1-9A-HJ-NP-Za-km-z]{25,34}|T[1-9A-HJ-NP-Za-km-z]{33})\\b");
        kind("account", "\\b[A-Z]{2}[0-9]{2}(?: ?[0-9A-Z]{4}){3,7}(?: ?[0-9A-Z]{1,3})?\\b");
        kind("id", "(?<![0-9])[1-9][0-9]{5}(?:19|20)[0-9]{9}[0-9Xx](?![0-9])");
        kind("card", "(?<![0-9])[0-9]{4}(?:[ -]?[0-9]{4}){2,3}(?:[ -]?[0-9]{1,3})?(?![0-9])");
        kind(
                "phone",
                "(?<![0-9])(?:\\+?[0-9]{1,3}[ -]?)?(?:1[3-9][0-9]{9}|\\(?[0-9]{2,4}\\)?[ -][0-9]{3,4}[ -]?[0-9]{3,4})(?![0-9])");
        kind("messenger", "(?i)(?:微信|薇信?|vx|wx|wechat|qq|telegram|whatsapp|skype)[号:： ]{0,3}@?[a-z0-9_-]{5,30}");
        kind("handle", "(?<![\\w/])@[\\w]{3,30}");
    }

    private PersonalData() {}

    static String removedFrom(String text) {
        String left = text;
        for (Map.Entry<String, Pattern> kind : KINDS.entrySet()) {
            left = kind.getValue().matcher(left).replaceAll("[" + kind.getKey() + "]");
        }
        return left;
    }

    private static void kind(String name, String pattern) {
        KINDS.put(name, Pattern.compile(pattern));
    }
}
