package io.cofound.community.member;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.web.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class MemberRepository implements PanacheRepositoryBase<Member, UUID> {

    static final String IS_ERASED = "select erased_at is not null from member where id = ?1";

    static final String LATEST = """
            select * from member where erased_at is null
            order by registered_at desc, id desc limit ?1""";

    static final String LATEST_AFTER = """
            select * from member where erased_at is null and (registered_at, id) < (?2, ?3)
            order by registered_at desc, id desc limit ?1""";

    static final String SEARCH = """
            select * from member where erased_at is null and search_terms @> ?2
            order by registered_at desc, id desc limit ?1""";

    static final String SEARCH_AFTER = """
            select * from member where erased_at is null and search_terms @> ?2 and (registered_at, id) < (?3, ?4)
            order by registered_at desc, id desc limit ?1""";

    /** Null for somebody nobody knows, otherwise whether the member is erased. */
    Uni<Boolean> isErased(UUID id) {
        return getSession().chain(session -> session.createNativeQuery(IS_ERASED, Boolean.class)
                .setParameter(1, id)
                .getSingleResultOrNull());
    }

    /** False when the member was there before; safe against two first calls at once. */
    Uni<Boolean> addIfNew(Member member) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into member (id, revision, told, display_name, given_name, language, registered_at,
                                    search_terms)
                                values (?1, ?2, ?2, ?3, ?3, ?4, ?5, ?6) on conflict do nothing""")
                        .setParameter(1, member.id)
                        .setParameter(2, member.revision)
                        .setParameter(3, member.displayName)
                        .setParameter(4, member.language)
                        .setParameter(5, member.registeredAt)
                        .setParameter(6, member.searchTerms)
                        .executeUpdate())
                .map(inserted -> inserted == 1);
    }

    /** Those who have all the terms, newest first; everybody for no terms. */
    Uni<List<Member>> search(String[] terms, PageRequest page) {
        boolean all = terms.length == 0;
        return getSession().chain(session -> {
            String sql = page.after().isPresent() ? (all ? LATEST_AFTER : SEARCH_AFTER) : (all ? LATEST : SEARCH);
            int next = 2;
            var query = session.createNativeQuery(sql, Member.class).setParameter(1, page.fetchSize());
            if (!all) {
                query.setParameter(next++, terms);
            }
            if (page.after().isPresent()) {
                query.setParameter(next++, page.after().get().at());
                query.setParameter(next, page.after().get().id());
            }
            return query.getResultList();
        });
    }

    Uni<List<Member>> here(List<UUID> ids) {
        return list("id in ?1 and erasedAt is null", ids);
    }
}
