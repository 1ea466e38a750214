/** What mail classifiers share: labelled mails, rules, a linear model; lies beside each of them. */
module peregrine.classifier.model {
  requires transitive peregrine.api;
  requires static org.jspecify;

  exports dev.peregrine.classifier.model;
}
