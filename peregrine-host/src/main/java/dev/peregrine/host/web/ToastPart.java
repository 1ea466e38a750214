package dev.peregrine.host.web;

/** The result of an action, for its place at the edge of a page that stays. */
public record ToastPart(Toast toast, String token) {}
