package io.cofound.moderation.quality;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;
import io.cofound.contracts.moderation.Rung;

/**
 * Texts that are alike in all that is counted.
 *
 * @param region continent, or unknown
 * @param age of the author's account when it was written
 * @param rung of the cascade's ruling; null for observations of a time when it was not noted
 * @param action the cascade's
 * @param label the cascade's
 * @param truth people's label; null where nobody ruled yet
 * @param texts how many people were or are to be asked about
 * @param weight how many they stand for: the sum of their chances' inverses
 * @param squares the sum of the squares of these
 */
record Cell(
        String language,
        String region,
        String age,
        Rung rung,
        Action action,
        Label label,
        Label truth,
        long texts,
        double weight,
        double squares) {

    static final String UNKNOWN = "unknown";
    static final String UNDER_7_DAYS = "under-7-days";
    static final String UNDER_90_DAYS = "under-90-days";
    static final String OLDER = "older";

    /**
     * Who was known 90 days before is older, also where the registration was not heard of. The limit, of what is one row
     * anyway, has PostgreSQL look up the authors one by one instead of reading all members of the platform.
     */
    static final String SQL = """
            select observed.language, coalesce(origin.continent, 'unknown'),
                case when (written_at at time zone 'UTC')::date - coalesce(origin.registered_on, origin.known_since) >= 90 then 'older'
                    when origin.registered_on is null then 'unknown'
                    when (written_at at time zone 'UTC')::date - origin.registered_on < 7 then 'under-7-days'
                    else 'under-90-days' end,
                observed.rung, observed.action, observed.label, observed.truth,
                count(*), sum(1 / inclusion), sum(1 / (inclusion * inclusion))
            from quality_observation observed left join lateral (
                    select * from member_origin where member_id = observed.author_id limit 1) origin on true
            where made_at > ?1 group by 1, 2, 3, 4, 5, 6, 7""";

    static Cell of(Object[] row) {
        return new Cell(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                row[3] == null ? null : Rung.valueOf((String) row[3]),
                Action.valueOf((String) row[4]),
                Label.valueOf((String) row[5]),
                row[6] == null ? null : Label.valueOf((String) row[6]),
                (long) row[7],
                (double) row[8],
                (double) row[9]);
    }

    boolean isFlagged() {
        return action != Action.PUBLISH;
    }

    boolean isDecided() {
        return truth != null;
    }

    boolean isBad() {
        return truth != null && truth != Label.OK;
    }

    boolean isGood() {
        return truth == Label.OK;
    }
}
