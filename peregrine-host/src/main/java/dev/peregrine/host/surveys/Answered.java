package dev.peregrine.host.surveys;

import java.time.Instant;

/**
 * A question to which the person answered, of whatever survey of an employer.
 *
 * @param survey 0 where the form of the application asked it
 */
public record Answered(long id, long survey, String question, String answer, Instant changed) {}
