package dev.peregrine.host.web;

import java.util.List;

/** The numbers of the navigation, each for its own place. */
record NavNumbers(List<Shell.Link> links) {}
