package dev.peregrine.host.http;

import dev.peregrine.api.ExtensionContext;
import dev.peregrine.api.Http;
import dev.peregrine.api.Json;
import dev.peregrine.api.Markup;
import dev.peregrine.api.Progress;
import dev.peregrine.api.Settings;
import java.time.InstantSource;

/** Reads what stands in a page that is already here: without calls, settings and a clock. */
public final class PageContext implements ExtensionContext {

  @Override
  public Json json(String text) {
    return JsonView.within(text);
  }

  @Override
  public Markup html(String text) {
    return MarkupView.html(text, "");
  }

  @Override
  public Settings settings() {
    throw new UnsupportedOperationException("A page has no settings.");
  }

  @Override
  public Http http() {
    throw new UnsupportedOperationException("Reading a page makes no calls.");
  }

  @Override
  public InstantSource clock() {
    throw new UnsupportedOperationException("A page says the same at any time.");
  }

  @Override
  public System.Logger log() {
    throw new UnsupportedOperationException("Reading a page logs nothing.");
  }

  @Override
  public Progress progress() {
    throw new UnsupportedOperationException("Reading a page takes no time to speak of.");
  }
}
