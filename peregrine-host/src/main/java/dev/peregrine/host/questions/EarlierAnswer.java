package dev.peregrine.host.questions;

import java.time.Instant;

/**
 * What the person answered elsewhere.
 *
 * @param id of that question
 * @param job that it was asked for
 * @param likeness how much it asks for the same, 0 to 1
 */
public record EarlierAnswer(
    long id, long job, String question, String answer, Instant changed, double likeness) {}
