package dev.peregrine.host.replies;

/**
 * How far a message is that a model writes.
 *
 * @param backend the person's name for who is asked; empty while nobody is
 * @param text what is there of it
 * @param error a sentence where it went wrong; empty otherwise
 */
public record ReplyState(long task, String backend, String text, String error) {}
