package dev.peregrine.host.web;

import dev.peregrine.host.tenancy.Tenant;
import java.net.URI;
import java.util.Optional;

/** Whose request it is. */
public sealed interface Visitor {

  /** Somebody whose data may be shown, in a Peregrine where forms need no further proof. */
  static Visitor of(Tenant tenant) {
    return new Known(tenant, Seal.NONE, Rights.ALL);
  }

  /**
   * Somebody whose data may be shown.
   *
   * @param seal of the forms that are drawn for them
   */
  record Known(Tenant tenant, Seal seal, Rights rights) implements Visitor {}

  /**
   * Somebody who is here for the first time.
   *
   * @param cookie in which their browser keeps by what it is known, out of reach of scripts
   * @param word by what it is known
   */
  record Arrived(Known visitor, String cookie, String word) implements Visitor {}

  /**
   * Somebody of whom nothing is known: they see no data, whatever they ask for.
   *
   * @param signIn where a browser becomes somebody, to come back to what was asked for
   */
  record Stranger(Optional<URI> signIn) implements Visitor {}

  /** What is asked for can be answered to nobody at the moment; it says when to try again. */
  record NotNow(String sentence) implements Visitor {}

  /**
   * Somebody for whom another node works, to which the request is passed on.
   *
   * @param header in which that node is shown that one of its own asks
   * @param word by which
   */
  record Elsewhere(URI node, String header, String word) implements Visitor {

    /** Without the word: logs print records. */
    @Override
    public String toString() {
      return "Elsewhere[" + node + "]";
    }
  }

  /** What a visitor may do. */
  enum Rights {
    ALL,
    /** Look only: no request of theirs changes anything. */
    LOOK,
    /** Look only for a while, until the service can take changes again. */
    LATER
  }
}
