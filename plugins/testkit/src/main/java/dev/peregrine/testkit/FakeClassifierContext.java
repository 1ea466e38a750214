package dev.peregrine.testkit;

import dev.peregrine.api.Blob;
import dev.peregrine.api.Descriptor;
import dev.peregrine.api.llm.Llm;
import dev.peregrine.api.mail.ClassifierContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@link FakeContext} for mail classifiers. */
public final class FakeClassifierContext extends FakeContext implements ClassifierContext {

  private final List<Correction> corrections;
  private final Optional<Blob> learnt;
  private final Optional<Llm> llm;

  public FakeClassifierContext(
      Descriptor descriptor,
      Map<String, String> values,
      List<Correction> corrections,
      Optional<Blob> learnt,
      Optional<Llm> llm) {
    super(descriptor, values, SettableClock.at("2026-11-22T09:00:00Z"), FakeHttp.LONGEST);
    this.corrections = List.copyOf(corrections);
    this.learnt = learnt;
    this.llm = llm;
  }

  /** A context of somebody who corrected nothing and has no model; it is 22 November 2026. */
  public static FakeClassifierContext of(Descriptor descriptor) {
    return new FakeClassifierContext(
        descriptor, Map.of(), List.of(), Optional.empty(), Optional.empty());
  }

  @Override
  public List<Correction> corrections() {
    return corrections;
  }

  @Override
  public Optional<Blob> learnt() {
    return learnt;
  }

  @Override
  public Optional<Llm> llm() {
    return llm;
  }
}
