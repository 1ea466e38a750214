/**
 * The contract between Peregrine and its plugins. Needs nothing but the JDK, so that a plugin may
 * bring any library in any version and the host may change its own.
 */
@org.jspecify.annotations.NullMarked
module peregrine.api {
  requires static org.jspecify;

  exports dev.peregrine.api;
  exports dev.peregrine.api.board;
  exports dev.peregrine.api.export;
  exports dev.peregrine.api.integration;
  exports dev.peregrine.api.llm;
  exports dev.peregrine.api.mail;
  exports dev.peregrine.api.scoring;
}
