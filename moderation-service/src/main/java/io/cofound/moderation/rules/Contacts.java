package io.cofound.moderation.rules;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.cofound.moderation.rules.Definition.Channel;
import io.cofound.moderation.rules.Reading.Span;

/** How people write down where they can be reached, in normalised text. */
final class Contacts {

    private static final Map<Channel, Pattern> PATTERNS = new EnumMap<>(Map.of(
            Channel.WECHAT,
            Pattern.compile("(?:微信|薇信?|威信|卫星|v信|vx|wx|wechat|加v)[^a-z0-9\\n]{0,5}[a-z][a-z0-9_-]{5,19}"),
            Channel.QQ,
            Pattern.compile("(?:qq|扣扣|企鹅|q群)[^a-z0-9\\n]{0,5}[1-9][0-9]{4,11}"),
            Channel.PHONE,
            Pattern.compile("(?:\\+?86[ -]?)?1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}\\b|\\+[0-9]{1,3}[ -]?[0-9]{2,4}"
                    + "[ -]?[0-9]{3,4}[ -]?[0-9]{3,4}\\b"),
            Channel.TELEGRAM,
            Pattern.compile("(?:telegram|电报|飞机|\\btg)[^a-z0-9\\n]{0,6}@?[a-z0-9_]{4,32}|\\bt\\.me/[a-z0-9_+]{4,}")));

    private Contacts() {}

    static Optional<Span> find(Set<Channel> channels, String normalised) {
        return channels.stream()
                .map(channel -> PATTERNS.get(channel).matcher(normalised))
                .filter(Matcher::find)
                .map(found -> new Span(true, found.start(), found.end()))
                .findFirst();
    }
}
