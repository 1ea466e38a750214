/** What a tenant may use: tiers, features, licence. The only place that compares tiers. */
@NullMarked
package dev.peregrine.host.tiers;

import org.jspecify.annotations.NullMarked;
