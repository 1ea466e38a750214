package dev.peregrine.host.interviews;

/**
 * The form that moves one application.
 *
 * @param path where it is posted to
 */
record MovePart(String title, String company, MoveChoices move, String path, String token) {}
