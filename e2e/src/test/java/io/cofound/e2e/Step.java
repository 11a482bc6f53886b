package io.cofound.e2e;

/** What happens to a post, and which service writes it down. */
enum Step {
    SUBMIT("content"),
    DECIDE("moderation"),
    EDIT("content"),
    REPORT("content"),
    RESOLVE("moderation"),
    APPEAL("moderation"),
    ANSWER("moderation");

    private final String service;

    Step(String service) {
        this.service = service;
    }

    String service() {
        return service;
    }

    /** The step whose request sets this one off: the cascade decides because a post was submitted. */
    Step request() {
        return this == DECIDE ? SUBMIT : this;
    }
}
