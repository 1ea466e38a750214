package dev.peregrine.host.review;

/** What a list found, without the filters: these stay while a person types in them. */
record ResultsPart(ListPart part) {}
