package dev.peregrine.host.leads;

import dev.peregrine.api.RemoteMode;
import java.util.Optional;

/** What a mail says of the position that it speaks of. Nothing in it is guessed. */
record LeadFacts(
    Optional<String> title,
    Optional<String> company,
    Optional<String> place,
    Optional<RemoteMode> remote) {}
