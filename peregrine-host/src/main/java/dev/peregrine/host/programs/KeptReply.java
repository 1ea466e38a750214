package dev.peregrine.host.programs;

/**
 * An answer that was given to a program.
 *
 * @param location where what was made can be had; empty for nowhere
 */
public record KeptReply(int status, String mediaType, String body, String location) {}
