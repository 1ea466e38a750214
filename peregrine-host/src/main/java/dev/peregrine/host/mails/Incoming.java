package dev.peregrine.host.mails;

import java.time.Instant;
import java.util.Optional;

/**
 * A mail to be kept.
 *
 * @param uid its number in its folder; of one that is no server's, empty
 * @param received when the server got it, where it says so
 */
public record Incoming(Optional<Long> uid, Optional<Instant> received, ReadMail mail) {}
