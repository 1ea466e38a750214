package dev.peregrine.host.matching;

import java.util.OptionalLong;

/**
 * What the person said of where a mail belongs.
 *
 * @param job empty for none of the applications
 * @param mails how many mails changed with it, itself included: of its conversation and its sender
 */
public record Correction(long id, long mail, OptionalLong job, int mails) {}
