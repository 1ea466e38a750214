package dev.peregrine.host.web;

import dev.peregrine.host.tenancy.Gate;

/**
 * A route that only some tenants may use.
 *
 * @param method such as {@code POST}
 * @param path as the feature named it, such as {@code /stories/{story}/ask}
 * @param gate before it
 */
record GatedRoute(String method, String path, Gate gate) {}
