package io.cofound.moderation.rules;

import java.util.List;
import java.util.Set;

/**
 * What a rule looks for.
 *
 * @param terms WORDS: the words; PATTERN: one pattern in RE2's syntax; LINK: domains, which stand for their subdomains
 *     too; CONTACT: keywords, one of which has to stand in the text with the contact
 * @param channels of CONTACT; empty for the others
 */
record Definition(Kind kind, List<String> terms, Set<Channel> channels) {

    enum Kind {
        WORDS,
        PATTERN,
        LINK,
        CONTACT
    }

    /** A way to reach somebody outside the platform. */
    enum Channel {
        WECHAT,
        QQ,
        PHONE,
        TELEGRAM
    }
}
