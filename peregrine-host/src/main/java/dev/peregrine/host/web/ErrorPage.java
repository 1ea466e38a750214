package dev.peregrine.host.web;

import java.util.Optional;

/** A whole page that says what went wrong and where to go. */
record ErrorPage(Shell shell, String title, String sentence, Optional<String> detail) {}
