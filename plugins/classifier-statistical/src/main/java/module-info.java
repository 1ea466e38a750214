/** What mails mean, by their words. */
module peregrine.plugin.classifier.statistical {
  requires peregrine.api;
  requires peregrine.classifier.model;
  requires static org.jspecify;

  provides dev.peregrine.api.mail.EmailClassifier with
      dev.peregrine.plugin.classifier.statistical.StatisticalClassifier;
}
