package dev.peregrine.host.pipeline;

import dev.peregrine.api.Posting;

/** A job that waits for its score; the posting's description is plain text. */
public record JobToScore(long id, Posting posting) {}
