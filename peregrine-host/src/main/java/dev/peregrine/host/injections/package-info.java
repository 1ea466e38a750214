/**
 * What in a text of others speaks to a machine instead of a person. Finding it protects nobody by
 * itself (a model never gets such text but as data): the person is told that the posting tries.
 */
@NullMarked
package dev.peregrine.host.injections;

import org.jspecify.annotations.NullMarked;
