package dev.peregrine.host.letters;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A letter that the person wrote themselves.
 *
 * @param id empty where it lies in the folder
 * @param added empty where it lies in the folder
 */
public record OwnLetter(OptionalLong id, String name, String text, Optional<Instant> added) {}
