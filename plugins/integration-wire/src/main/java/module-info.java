/** What integrations share; lies beside each of them. */
module peregrine.integration.wire {
  requires transitive peregrine.api;
  requires transitive peregrine.wire;
  requires static org.jspecify;

  exports dev.peregrine.integration.wire;
}
