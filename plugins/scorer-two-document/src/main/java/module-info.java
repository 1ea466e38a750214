/** The match score of the earlier Peregrine. */
module peregrine.plugin.scorer.twodocument {
  requires peregrine.api;
  requires static org.jspecify;

  provides dev.peregrine.api.scoring.Scorer with
      dev.peregrine.plugin.scorer.twodocument.TwoDocumentScorer;
}
