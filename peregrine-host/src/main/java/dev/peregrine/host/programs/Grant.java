package dev.peregrine.host.programs;

import java.util.Set;

/**
 * What a token that was checked allows.
 *
 * @param token the token's number
 * @param name how the person calls the program
 */
public record Grant(long token, String name, Set<Scope> scopes) {

  public Grant {
    scopes = Set.copyOf(scopes);
  }

  /** Whether the program may do things of that kind. */
  public boolean allows(Scope scope) {
    return scopes.contains(scope);
  }
}
