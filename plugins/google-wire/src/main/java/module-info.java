/** What integrations with Google share; lies beside each of them. */
module peregrine.google.wire {
  requires transitive peregrine.api;
  requires transitive peregrine.integration.wire;
  requires static org.jspecify;

  exports dev.peregrine.google.wire;
}
