package io.cofound.community.notification;

import java.util.EnumMap;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import io.cofound.contracts.community.NotificationKind;

/**
 * A member's preferences.
 *
 * @param kinds by kind; a kind that is left out when they are put goes back to its default, one that is read is there
 */
record Preferences(@NotNull Map<NotificationKind, @NotNull @Valid Preference> kinds) {

    /** With the default of every kind that is left out. */
    Preferences completed() {
        Map<NotificationKind, Preference> all = new EnumMap<>(NotificationKind.class);
        for (NotificationKind kind : NotificationKind.values()) {
            all.put(kind, kinds.getOrDefault(kind, Preference.standard(kind)));
        }
        return new Preferences(all);
    }
}
