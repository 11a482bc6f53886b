package io.cofound.moderation.learning;

/** How far a version of the model has come. */
enum ModelState {
    /** Is being made. */
    TRAINING,
    /** Was made, and is no worse than the one it comes from. */
    TRAINED,
    /** Was made, and is worse; goes no further. */
    REGRESSED,
    /** Could not be made. */
    FAILED,
    /** Judges every text beside the live one; decides nothing. */
    SHADOW,
    /** Decides; there is always exactly one. */
    LIVE,
    /** Was live, or was given up. May be watched again. */
    RETIRED;

    /** What people may do; making one, and taking the live one's place, have rules of their own. */
    boolean mayBecome(ModelState next) {
        return switch (this) {
            case TRAINED -> next == SHADOW || next == RETIRED;
            case SHADOW -> next == LIVE || next == TRAINED || next == RETIRED;
            case RETIRED -> next == SHADOW;
            case TRAINING, REGRESSED, FAILED, LIVE -> false;
        };
    }
}
