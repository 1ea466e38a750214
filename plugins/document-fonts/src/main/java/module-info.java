/** Fonts for documents; lies beside each exporter that sets pages. */
module peregrine.document.fonts {
  requires static org.jspecify;

  exports dev.peregrine.document.fonts;
}
