package dev.peregrine.host.research;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A page that a search found.
 *
 * @param snippet what the search says of it; may be empty
 */
record SearchHit(URI address, String title, String snippet, Optional<LocalDate> published) {}
