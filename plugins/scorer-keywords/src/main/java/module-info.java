/** The default scorer. */
module peregrine.plugin.scorer.keywords {
  requires peregrine.api;
  requires static org.jspecify;

  provides dev.peregrine.api.scoring.Scorer with
      dev.peregrine.plugin.scorer.keywords.KeywordsScorer;
}
