package dev.peregrine.host.surveys;

import java.time.Instant;

/**
 * What the person answered to the same employer.
 *
 * @param survey 0 where the form of the application asked it
 * @param differs whether it is another answer to what is nearly the same question
 */
public record Earlier(
    long survey, String question, String answer, Instant changed, boolean differs) {}
