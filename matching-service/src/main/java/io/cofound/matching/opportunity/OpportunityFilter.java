package io.cofound.matching.opportunity;

import java.util.UUID;

import jakarta.ws.rs.QueryParam;

import io.cofound.contracts.matching.OpportunityCategory;
import io.cofound.contracts.matching.OpportunityKind;

/** Which opportunities are listed; what is null does not matter. */
record OpportunityFilter(
        @QueryParam("kind") OpportunityKind kind,
        @QueryParam("category") OpportunityCategory category,
        @QueryParam("member") UUID member) {}
