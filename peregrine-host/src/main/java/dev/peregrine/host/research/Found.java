package dev.peregrine.host.research;

import java.util.Set;

/**
 * A source, and under which headings it was looked for.
 *
 * @param near none where it was not looked for under any
 */
record Found(Source source, Set<Heading> near) {

  Found {
    near = Set.copyOf(near);
  }
}
