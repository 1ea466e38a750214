package dev.peregrine.host.plugins;

import dev.peregrine.api.Blob;
import dev.peregrine.api.Http;
import dev.peregrine.api.Json;
import dev.peregrine.api.Markup;
import dev.peregrine.api.Progress;
import dev.peregrine.api.Settings;
import dev.peregrine.api.llm.Llm;
import dev.peregrine.api.mail.ClassifierContext;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What is lent to a mail classifier for one call. */
record LentClassifierContext(
    LentContext lent, Supplier<List<Correction>> said, Optional<Blob> learnt, Optional<Llm> llm)
    implements ClassifierContext {

  @Override
  public List<Correction> corrections() {
    return said.get();
  }

  @Override
  public Settings settings() {
    return lent.settings();
  }

  @Override
  public Http http() {
    return lent.http();
  }

  @Override
  public InstantSource clock() {
    return lent.clock();
  }

  @Override
  public System.Logger log() {
    return lent.log();
  }

  @Override
  public Json json(String text) {
    return lent.json(text);
  }

  @Override
  public Markup html(String text) {
    return lent.html(text);
  }

  @Override
  public Progress progress() {
    return lent.progress();
  }

  /** Names no setting: some are secret. */
  @Override
  public String toString() {
    return "context of one call";
  }
}
