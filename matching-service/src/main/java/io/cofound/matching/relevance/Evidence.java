package io.cofound.matching.relevance;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * What speaks for one document.
 *
 * @param document Lucene's number of it, valid with the searcher that found it
 * @param concepts each concept shared with the interest, and its part in the overlap; all parts sum to at most 1
 * @param meaning nearness of meaning from 0 to 1; empty where one of both sides has no vector
 * @param words nearness of words, from 0 to 1
 */
public record Evidence(int document, Map<String, Double> concepts, OptionalDouble meaning, double words) {}
