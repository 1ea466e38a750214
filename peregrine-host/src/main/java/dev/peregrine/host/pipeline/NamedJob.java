package dev.peregrine.host.pipeline;

import java.util.Optional;

/** A job as it is looked for by its name. */
public record NamedJob(long id, String title, Optional<String> company, Stage stage) {}
