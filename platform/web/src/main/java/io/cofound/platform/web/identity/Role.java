package io.cofound.platform.web.identity;

import java.util.Locale;

/** Roles across the whole platform, granted by the OIDC provider in the token's {@code roles} claim. */
public enum Role {
    MODERATOR,
    OPERATOR,
    PARTNER;

    /** As it stands in the token. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }
}
