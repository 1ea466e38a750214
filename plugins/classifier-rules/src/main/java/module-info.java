/** What mails mean, by rules. */
module peregrine.plugin.classifier.rules {
  requires peregrine.api;
  requires peregrine.classifier.model;
  requires static org.jspecify;

  provides dev.peregrine.api.mail.EmailClassifier with
      dev.peregrine.plugin.classifier.rules.RulesClassifier;
}
