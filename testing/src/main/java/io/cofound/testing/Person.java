package io.cofound.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Who acts in the tests; the same people as in the demo. */
public enum Person {
    ADA("0193b5a0-0000-7000-8000-000000000001", "Ada Li"),
    MEI("0193b5a0-0000-7000-8000-000000000002", "梅雨"),
    BO("0193b5a0-0000-7000-8000-000000000003", "Bo Sørensen"),
    CHEN("0193b5a0-0000-7000-8000-000000000004", "陈默"),
    MO("0193b5a0-0000-7000-8000-000000000005", "Mo", "moderator"),
    OLGA("0193b5a0-0000-7000-8000-000000000006", "Olga", "operator"),
    /** Never signed in before a test makes it happen. */
    STRANGER("0197f3a0-0000-7000-8000-000000000007", "Somebody Else");

    private final UUID id;
    private final String displayName;
    private final List<String> roles;

    Person(String id, String displayName, String... roles) {
        this.id = UUID.fromString(id);
        this.displayName = displayName;
        this.roles = Arrays.asList(roles);
    }

    public UUID id() {
        return id;
    }

    public String displayName() {
        return displayName;
    }

    public String userName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public List<String> roles() {
        return roles;
    }
}
