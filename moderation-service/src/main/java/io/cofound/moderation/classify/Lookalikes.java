package io.cofound.moderation.classify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.github.houbb.opencc4j.util.ZhConverterUtil;

/** Characters that stand for others. */
final class Lookalikes {

    /** Cyrillic, Greek, Armenian and phonetic letters that look Latin; compatibility forms are folded before. */
    private static final Map<Integer, Character> LATIN = pairs("""
            аa еe оo рp сc уy хx іi јj ѕs һh ԁd ԛq ԝw ѵv кk мm тt нh вb гr пn ӏl ґr ьb зe
            αa βb γy εe ηn ιi κk νv οo ρp τt υu χx ωw ϲc ϳj
            օo ոn սu ցg հh զq ԍg ɑa ɡg ɩi ɪi ıi ʟl ʀr ɴn ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ᴊj ᴋk ᴍm ᴏo ᴘp ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz
            øo łl đd ħh ŧt ƒf""");

    private static final String LEET = "0o1i3e4a5s7t@a$s!i";

    private static final char FIRST_HAN = '\u4e00';
    private static final char LAST_HAN = '\u9fff';
    private static final char[] SIMPLIFIED = new char[LAST_HAN - FIRST_HAN + 1];

    static {
        for (int c = FIRST_HAN; c <= LAST_HAN; c++) {
            List<String> simple = ZhConverterUtil.toSimple((char) c);
            boolean one =
                    simple != null && !simple.isEmpty() && simple.getFirst().length() == 1;
            SIMPLIFIED[c - FIRST_HAN] = one ? simple.getFirst().charAt(0) : (char) c;
        }
    }

    private Lookalikes() {}

    /** The Latin letter that a reader sees, or the code point itself. */
    static int latin(int codePoint) {
        if (codePoint >= 0x1F150 && codePoint <= 0x1F169) {
            return 'a' + codePoint - 0x1F150;
        }
        if (codePoint >= 0x1F170 && codePoint <= 0x1F189) {
            return 'a' + codePoint - 0x1F170;
        }
        Character latin = LATIN.get(codePoint);
        return latin == null ? codePoint : latin;
    }

    static int simplified(int codePoint) {
        return codePoint >= FIRST_HAN && codePoint <= LAST_HAN ? SIMPLIFIED[codePoint - FIRST_HAN] : codePoint;
    }

    /** The letter that a digit or sign replaces in leetspeak; 0 for those that replace none. */
    static char leet(char c) {
        int at = LEET.indexOf(c);
        return at >= 0 && at % 2 == 0 ? LEET.charAt(at + 1) : 0;
    }

    private static Map<Integer, Character> pairs(String table) {
        Map<Integer, Character> pairs = new HashMap<>();
        int[] codePoints =
                table.codePoints().filter(c -> !Character.isWhitespace(c)).toArray();
        for (int i = 0; i + 1 < codePoints.length; i += 2) {
            pairs.put(codePoints[i], (char) codePoints[i + 1]);
        }
        return Map.copyOf(pairs);
    }
}
