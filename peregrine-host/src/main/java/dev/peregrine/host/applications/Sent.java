package dev.peregrine.host.applications;

import java.time.Instant;

/**
 * An application as it was sent.
 *
 * @param made when this was kept
 * @param applied when the person says they applied
 * @param move the decision by which the job went on; 0 where it had gone on before
 * @param sha256 of the content, in hexadecimal
 * @param intact whether the content is still what was kept
 */
public record Sent(
    long id,
    long job,
    Instant made,
    Instant applied,
    long move,
    Content content,
    String sha256,
    boolean intact) {}
