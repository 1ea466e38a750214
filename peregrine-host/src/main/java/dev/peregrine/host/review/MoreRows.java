package dev.peregrine.host.review;

/** The next rows of a list and the button for those behind them. */
record MoreRows(ListPart part) {}
