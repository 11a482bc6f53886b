package io.cofound.matching.recommendation;

import java.util.List;

/**
 * The best of a ranking.
 *
 * @param items the best first
 * @param nextCursor always null: a ranking has no next page
 */
record PostRecommendations(Basis basis, List<PostRecommendation> items, String nextCursor) {}
