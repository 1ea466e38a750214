package dev.peregrine.host.plugins;

/**
 * What the person decided about a plugin.
 *
 * @param allowed yes or no
 * @param sha256 of the files that it was about
 * @param claims what the plugin asked for
 */
record Decision(boolean allowed, String sha256, Claims claims) {}
