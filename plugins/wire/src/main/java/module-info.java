/** What plugins that speak with a server share; lies beside each of them. */
module peregrine.wire {
  requires transitive peregrine.api;
  requires static org.jspecify;

  exports dev.peregrine.wire;
}
