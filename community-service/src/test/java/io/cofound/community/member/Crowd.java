package io.cofound.community.member;

import java.sql.SQLException;
import java.util.UUID;

import io.cofound.community.Explain;

/**
 * 50,000 members, each of whom follows two others, so that the planner has something to avoid. They came long before
 * anybody else and stay, as to remove them takes as long as all the rest.
 */
public final class Crowd {

    private static boolean gathered;

    private Crowd() {}

    /** Again changes nothing. */
    public static synchronized void gathers() throws SQLException {
        if (gathered) {
            return;
        }
        Explain.prepare("""
                insert into member (id, revision, display_name, language, registered_at, roles, skills, search_terms)
                select ('ffffffff-ffff-4000-9000-' || lpad(i::text, 12, '0'))::uuid, 1, 'Crowd' || i, 'en',
                    now() - interval '1 year' - i * interval '1 minute', array['FOUNDER'], array['ai'],
                    array['cr', 'cro', 'crow', 'crowd', 'crowd' || left(i::text, 2), 'crowd' || left(i::text, 4),
                        'crowd' || i, '群', '群众', case i % 100 when 7 then '众七' else '众' end,
                        case i % 500 when 0 then 'quantum' else 'ai' end,
                        'role:' || (array['FOUNDER', 'INVESTOR', 'TALENT'])[1 + i % 3],
                        'skill:' || (array['ai', 'python', 'sales', 'quantum'])[1 + i % 4]]
                from generate_series(1, 50000) i""", """
                insert into follow (id, revision, follower_id, followed_id, active, since)
                select gen_random_uuid(), 1, ('ffffffff-ffff-4000-9000-' || lpad(i::text, 12, '0'))::uuid,
                    ('ffffffff-ffff-4000-9000-' || lpad((1 + (i + j * 7) % 50000)::text, 12, '0'))::uuid, true,
                    now() - i * interval '1 minute'
                from generate_series(1, 50000) i, generate_series(1, 2) j""");
        gathered = true;
    }

    /** One of them, 1 to 50,000. */
    public static UUID member(int number) {
        return UUID.fromString("ffffffff-ffff-4000-9000-%012d".formatted(number));
    }
}
