package dev.peregrine.host.pipeline;

import java.net.URI;
import java.util.Optional;

/** An address at which a job is read or applied for, with the employer's name. */
public record SeenAddress(URI address, Optional<String> company) {}
