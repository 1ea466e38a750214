package dev.peregrine.api.board;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Http;
import dev.peregrine.api.Json;
import dev.peregrine.api.Markup;
import dev.peregrine.api.Progress;
import dev.peregrine.api.Settings;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Remembers what a person is told; lends nothing else. */
final class ListeningContext implements BoardContext, Progress {

  record Skipped(String what, ExtensionException why) {}

  final List<Skipped> skipped = new ArrayList<>();
  final List<String> steps = new ArrayList<>();

  @Override
  public void skipped(String what, ExtensionException why) {
    skipped.add(new Skipped(what, why));
  }

  @Override
  public Progress progress() {
    return this;
  }

  @Override
  public void step(String text) {
    steps.add(text);
  }

  @Override
  public void of(long done, long total) {}

  @Override
  public Settings settings() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Http http() {
    throw new UnsupportedOperationException();
  }

  @Override
  public InstantSource clock() {
    throw new UnsupportedOperationException();
  }

  @Override
  public System.Logger log() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Json json(String text) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Markup html(String text) {
    throw new UnsupportedOperationException();
  }
}
