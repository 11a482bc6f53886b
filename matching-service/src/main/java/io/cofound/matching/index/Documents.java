package io.cofound.matching.index;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.matching.OpportunityPublished;
import io.cofound.matching.concept.Glossary;
import io.cofound.matching.embedding.Embedder;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;

/** What is indexed of each thing. */
@ApplicationScoped
class Documents {

    private final Glossary glossary;
    private final Embedder embedder;

    Documents(Glossary glossary, Embedder embedder) {
        this.glossary = glossary;
        this.embedder = embedder;
    }

    Document of(OpportunityPublished opportunity) {
        Document document = typed(Fields.TYPE_OPPORTUNITY);
        keep(document, Fields.ID, opportunity.opportunityId());
        keep(document, Fields.MEMBER, opportunity.memberId());
        keep(document, Fields.KIND, opportunity.kind());
        keep(document, Fields.CATEGORY, opportunity.category());
        addTime(document, opportunity.publishedAt());
        addText(
                document,
                opportunity.title() + "\n" + opportunity.text(),
                opportunity.language(),
                Fields.OPPORTUNITY_VECTOR);
        return document;
    }

    Document of(PostPublished post, long visibility) {
        Document document = typed(Fields.TYPE_POST);
        keep(document, Fields.ID, post.postId());
        keep(document, Fields.MEMBER, post.authorId());
        keep(document, Fields.POST_COMMUNITY, post.communityId());
        document.add(new NumericDocValuesField(Fields.VISIBILITY, visibility));
        addTime(document, post.publishedAt());
        document.add(new StoredField(Fields.TITLE, post.title()));
        document.add(new StoredField(Fields.POST_TYPE, post.type().name()));
        if (post.authorName() != null) {
            document.add(new StoredField(Fields.AUTHOR_NAME, post.authorName()));
        }
        addText(
                document,
                post.title() + "\n" + String.join(", ", post.tags()) + "\n" + post.body(),
                post.language(),
                Fields.POST_VECTOR);
        return document;
    }

    Document of(MembershipGranted membership) {
        Document document = typed(Fields.TYPE_MEMBERSHIP);
        keep(document, Fields.MEMBER, membership.memberId());
        keep(document, Fields.COMMUNITY, membership.communityId());
        return document;
    }

    Document community(long visibility, Instant since) {
        Document document = typed(Fields.TYPE_COMMUNITY);
        document.add(new NumericDocValuesField(Fields.VISIBILITY, visibility));
        addTime(document, since);
        return document;
    }

    static Document identified(Document document, String key, long revision) {
        document.add(new StringField(Fields.KEY, key, Store.NO));
        document.add(new NumericDocValuesField(Fields.REVISION, revision));
        return document;
    }

    private void addText(Document document, String text, String language, String vectorField) {
        document.add(new KeywordField(Fields.LANGUAGE, language, Store.YES));
        document.add(new TextField(Fields.TEXT, text, Store.NO));
        for (String concept : glossary.conceptsIn(text)) {
            document.add(new KeywordField(Fields.CONCEPT, concept, Store.NO));
        }
        Optional<float[]> vector = embedder.embed(language, text);
        vector.ifPresent(values ->
                document.add(new KnnFloatVectorField(vectorField, values, VectorSimilarityFunction.DOT_PRODUCT)));
    }

    /** With points, by which Lucene skips what is too old when it sorts by time. */
    private static void addTime(Document document, Instant time) {
        document.add(new LongPoint(Fields.TIME, time.toEpochMilli()));
        document.add(new NumericDocValuesField(Fields.TIME, time.toEpochMilli()));
        document.add(new StoredField(Fields.TIME, time.toEpochMilli()));
    }

    private static Document typed(String type) {
        Document document = new Document();
        document.add(new StringField(Fields.TYPE, type, Store.NO));
        return document;
    }

    private static void keep(Document document, String field, Object value) {
        document.add(new StringField(field, value.toString(), Store.YES));
    }
}
