package io.cofound.content.page;

import java.util.UUID;

import org.bson.codecs.pojo.annotations.BsonId;

/**
 * What a reader of one post sees, in one document, of two parts that are written and used each by itself. Names and
 * counters are not in it: they would be wrong too soon.
 *
 * @param text null in a document of an older form
 * @param comments null until they are written
 */
public record PageDocument(@BsonId UUID postId, PageText text, FirstComments comments) {}
