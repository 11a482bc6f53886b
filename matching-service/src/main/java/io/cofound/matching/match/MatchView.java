package io.cofound.matching.match;

import java.util.List;

import io.cofound.matching.opportunity.OpportunityView;
import io.cofound.matching.relevance.Reason;

/**
 * An opportunity that fits another.
 *
 * @param score from 0 to 1; the sum of the reasons' contributions
 * @param reasons the weightiest first
 */
record MatchView(OpportunityView opportunity, double score, List<Reason> reasons) {}
