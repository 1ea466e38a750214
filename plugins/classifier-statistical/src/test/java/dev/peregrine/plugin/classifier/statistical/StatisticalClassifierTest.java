package dev.peregrine.plugin.classifier.statistical;

import dev.peregrine.api.mail.EmailClassifier;
import dev.peregrine.testkit.EmailClassifierContract;

class StatisticalClassifierTest extends EmailClassifierContract {

  @Override
  protected EmailClassifier classifier() {
    return new StatisticalClassifier();
  }
}
