/** What exporters share that write what a document says in order; lies beside each of them. */
module peregrine.document.outline {
  requires transitive peregrine.api;
  requires static org.jspecify;

  exports dev.peregrine.document.outline;
}
