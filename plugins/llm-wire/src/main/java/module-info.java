/** What backends that ask a server share; lies beside each of them. */
module peregrine.llm.wire {
  requires transitive peregrine.api;
  requires transitive peregrine.wire;
  requires static org.jspecify;

  exports dev.peregrine.llm.wire;
}
