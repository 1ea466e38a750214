package dev.peregrine.host.feedback;

import java.net.URI;

/**
 * A published version.
 *
 * @param version without a leading v
 * @param page where it is described
 */
record Release(String version, URI page) {}
