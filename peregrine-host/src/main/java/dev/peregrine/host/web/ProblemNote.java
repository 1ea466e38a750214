package dev.peregrine.host.web;

/** The same within a page that stays. */
record ProblemNote(String title, String sentence) {}
