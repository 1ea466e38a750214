package dev.peregrine.host.surveys;

import java.time.Instant;

/** A question to which the person answered, of whatever survey of an employer. */
public record Answered(long id, long survey, String question, String answer, Instant changed) {}
