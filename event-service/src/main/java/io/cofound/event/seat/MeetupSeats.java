package io.cofound.event.seat;

import java.util.UUID;

/**
 * The seats of a meetup whose row is locked until the caller's transaction ends, and whose they are.
 *
 * @param open whether seats are given and taken back now
 */
public record MeetupSeats(UUID meetupId, UUID communityId, Seats seats, boolean open) {}
