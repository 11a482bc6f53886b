package io.cofound.matching.index;

/** Fields of the index. */
public final class Fields {

    /** Kind of thing and id; one document each. */
    static final String KEY = "key";

    /** Guards against older state arriving later. */
    static final String REVISION = "revision";

    /** One of the {@code TYPE_} values; absent from what is gone. */
    public static final String TYPE = "type";

    public static final String TYPE_OPPORTUNITY = "opportunity";
    public static final String TYPE_POST = "post";
    static final String TYPE_COMMUNITY = "community";
    public static final String TYPE_MEMBERSHIP = "membership";

    public static final String ID = "id";

    /** Who owns the opportunity, wrote the post, or has the membership. */
    public static final String MEMBER = "member";

    /** The community of a membership. */
    public static final String COMMUNITY = "community";

    /** The community of a post. Another field than a membership's, since a community's change updates all its posts. */
    public static final String POST_COMMUNITY = "postCommunity";

    /** Of a community and of each of its posts: the {@code Visibility}'s ordinal. */
    public static final String VISIBILITY = "visibility";

    /** When an opportunity or a post was published, or a community changed last; milliseconds since 1970. */
    public static final String TIME = "time";

    public static final String KIND = "kind";
    public static final String CATEGORY = "category";
    public static final String TITLE = "title";
    public static final String LANGUAGE = "language";
    public static final String POST_TYPE = "postType";
    public static final String AUTHOR_NAME = "authorName";

    /** Title and text, analysed. */
    public static final String TEXT = "text";

    /** Ids of glossary concepts. */
    public static final String CONCEPT = "concept";

    public static final String OPPORTUNITY_VECTOR = "opportunityVector";
    public static final String POST_VECTOR = "postVector";

    private Fields() {}

    /** The key of a thing, as {@link #KEY} holds it. */
    static String key(String type, Object id) {
        return type + ":" + id;
    }
}
