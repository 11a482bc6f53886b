package io.cofound.moderation.opinion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Leave to ask once: the money is set aside and the ledger has its line.
 *
 * @param id of the line
 * @param micros set aside, millionths of the currency
 */
record Permit(UUID id, UUID communityId, LocalDate day, long micros, Instant since) {}
