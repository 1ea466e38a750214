package dev.peregrine.host.pipeline;

import dev.peregrine.api.Posting;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A posting as a board just told it.
 *
 * @param board id of the board
 * @param run the discovery run, if one found it
 * @param hidden the rule that hides it, if one does
 */
public record Found(Posting posting, String board, OptionalLong run, Optional<Hidden> hidden) {}
