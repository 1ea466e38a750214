package dev.peregrine.host.plugins;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Http;
import dev.peregrine.api.Json;
import dev.peregrine.api.Markup;
import dev.peregrine.api.Progress;
import dev.peregrine.api.Settings;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.scoring.ScorerContext;
import dev.peregrine.host.http.JsonView;
import dev.peregrine.host.http.MarkupView;
import java.time.InstantSource;

/** What is lent to an extension for one call. */
record LentContext(
    Settings settings, Http http, InstantSource clock, System.Logger log, BoardListener listener)
    implements BoardContext, ScorerContext {

  @Override
  public Progress progress() {
    return new Told(listener);
  }

  @Override
  public Json json(String text) {
    return JsonView.within(text);
  }

  @Override
  public Markup html(String text) {
    return MarkupView.html(text, "");
  }

  @Override
  public void skipped(String what, ExtensionException why) {
    listener.skipped(clean(what, 200), why);
  }

  private record Told(BoardListener listener) implements Progress {

    @Override
    public void step(String text) {
      listener.step(clean(text, 120));
    }

    @Override
    public void of(long done, long total) {
      long sane = Math.max(0, done);
      listener.of(sane, total <= 0 ? 0 : Math.max(sane, total));
    }
  }

  private static String clean(String text, int longest) {
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() > longest ? line.substring(0, longest - 1) + "…" : line;
  }

  /** Names no setting: some are secret. */
  @Override
  public String toString() {
    return "context of one call";
  }
}
