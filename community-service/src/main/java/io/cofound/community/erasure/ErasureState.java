package io.cofound.community.erasure;

enum ErasureState {
    /** Not every service has acknowledged. */
    ERASING,
    /** Every service has. */
    COMPLETED
}
