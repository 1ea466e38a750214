package dev.peregrine.plugin.classifier.rules;

import dev.peregrine.api.mail.EmailClassifier;
import dev.peregrine.testkit.EmailClassifierContract;

class RulesClassifierTest extends EmailClassifierContract {

  @Override
  protected EmailClassifier classifier() {
    return new RulesClassifier();
  }
}
