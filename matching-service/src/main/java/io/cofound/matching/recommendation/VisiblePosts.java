package io.cofound.matching.recommendation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.cofound.contracts.community.Visibility;
import io.cofound.matching.index.Fields;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Which posts a reader may see, by what the index knows of communities and memberships at this moment. */
final class VisiblePosts {

    private static final int MOST_COMMUNITIES = 10_000;

    private VisiblePosts() {}

    /**
     * Those of public communities and of the reader's own, without what the reader wrote.
     *
     * @param communities the reader's own
     */
    static Query to(Optional<UUID> reader, List<BytesRef> communities) {
        BooleanQuery.Builder visible = new BooleanQuery.Builder()
                .add(
                        NumericDocValuesField.newSlowExactQuery(Fields.VISIBILITY, Visibility.PUBLIC.ordinal()),
                        Occur.SHOULD);
        BooleanQuery.Builder posts = new BooleanQuery.Builder().add(is(Fields.TYPE, Fields.TYPE_POST), Occur.FILTER);
        if (reader.isPresent()) {
            visible.add(of(communities), Occur.SHOULD);
            posts.add(is(Fields.MEMBER, reader.get().toString()), Occur.MUST_NOT);
        }
        return posts.add(visible.build(), Occur.FILTER).build();
    }

    static Query of(List<BytesRef> communities) {
        return new TermInSetQuery(Fields.POST_COMMUNITY, communities);
    }

    /** Ids of the communities that a reader belongs to. */
    static List<BytesRef> communitiesOf(IndexSearcher searcher, UUID memberId) throws IOException {
        Query memberships = new BooleanQuery.Builder()
                .add(is(Fields.TYPE, Fields.TYPE_MEMBERSHIP), Occur.FILTER)
                .add(is(Fields.MEMBER, memberId.toString()), Occur.FILTER)
                .build();
        StoredFields stored = searcher.storedFields();
        List<BytesRef> communities = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(memberships, MOST_COMMUNITIES).scoreDocs) {
            communities.add(new BytesRef(stored.document(hit.doc).get(Fields.COMMUNITY)));
        }
        return communities;
    }

    private static Query is(String field, String value) {
        return new TermQuery(new Term(field, value));
    }
}
