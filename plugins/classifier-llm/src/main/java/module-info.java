/** What mails mean, by the person's language model. */
module peregrine.plugin.classifier.llm {
  requires peregrine.api;
  requires static org.jspecify;

  provides dev.peregrine.api.mail.EmailClassifier with
      dev.peregrine.plugin.classifier.llm.ModelClassifier;
}
