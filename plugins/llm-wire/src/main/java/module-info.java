/** What backends that ask a server share; lies beside each of them. */
module peregrine.llm.wire {
  requires transitive peregrine.api;
  requires static org.jspecify;

  exports dev.peregrine.llm.wire;
}
