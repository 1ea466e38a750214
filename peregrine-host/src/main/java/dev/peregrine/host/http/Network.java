package dev.peregrine.host.http;

import java.net.InetAddress;
import java.util.function.Predicate;
import okhttp3.Dns;

/**
 * The parts of the network that a test replaces.
 *
 * @param names how names become addresses
 * @param isPublic which addresses belong to the public internet
 */
record Network(Dns names, Predicate<InetAddress> isPublic) {}
