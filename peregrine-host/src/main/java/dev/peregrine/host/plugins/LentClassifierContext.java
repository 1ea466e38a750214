package dev.peregrine.host.plugins;

import dev.peregrine.api.Blob;
import dev.peregrine.api.llm.Llm;
import dev.peregrine.api.mail.ClassifierContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What is lent to a mail classifier for one call. */
record LentClassifierContext(
    LentContext lent, Supplier<List<Correction>> said, Optional<Blob> learnt, Optional<Llm> llm)
    implements Lending, ClassifierContext {

  @Override
  public List<Correction> corrections() {
    return said.get();
  }

  /** Names no setting: some are secret. */
  @Override
  public String toString() {
    return "context of one call";
  }
}
