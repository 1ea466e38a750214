/** What integrations share: calls to a service, and what its refusals mean. */
@NullMarked
package dev.peregrine.integration.wire;

import org.jspecify.annotations.NullMarked;
