package io.cofound.matching.recommendation;

import java.util.List;

import io.cofound.matching.relevance.Reason;

/**
 * A post, and why it is shown.
 *
 * @param score from 0 to 1; the sum of the reasons' contributions
 * @param reasons the weightiest first
 */
record PostRecommendation(RecommendedPost post, double score, List<Reason> reasons) {}
