/**
 * Which of several programs works for whom: leases with fencing tokens in the service's own
 * database, for shards of all people.
 */
@NullMarked
package dev.peregrine.host.nodes;

import org.jspecify.annotations.NullMarked;
