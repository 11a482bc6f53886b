package io.cofound.matching.index;

import java.io.IOException;

import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;

/**
 * What the index holds of one thing, as far as writing needs to know it.
 *
 * @param revision 0 when the index has never held it
 * @param visibility ordinal; -1 for what has none
 * @param time see {@link Fields#TIME}; 0 for what has none
 */
record State(long revision, long visibility, long time) {

    static final State UNKNOWN = new State(0, -1, 0);

    /** Taken from view at this revision, at which it may come back: held first, then allowed by a person. */
    boolean isWithdrawn(long atRevision) {
        return revision == atRevision && revision > 0 && time == 0;
    }

    /** Null when the searcher does not see it. */
    static State lookUp(IndexSearcher searcher, String key) throws IOException {
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            LeafReader reader = leaf.reader();
            PostingsEnum documents = reader.postings(new Term(Fields.KEY, key), PostingsEnum.NONE);
            if (documents == null) {
                continue;
            }
            Bits live = reader.getLiveDocs();
            for (int at = documents.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = documents.nextDoc()) {
                if (live == null || live.get(at)) {
                    return new State(
                            value(reader, Fields.REVISION, at, 0),
                            value(reader, Fields.VISIBILITY, at, -1),
                            value(reader, Fields.TIME, at, 0));
                }
            }
        }
        return null;
    }

    private static long value(LeafReader reader, String field, int document, long absent) throws IOException {
        NumericDocValues values = reader.getNumericDocValues(field);
        return values != null && values.advanceExact(document) ? values.longValue() : absent;
    }
}
