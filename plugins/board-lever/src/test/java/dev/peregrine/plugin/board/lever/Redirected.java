package dev.peregrine.plugin.board.lever;

import dev.peregrine.api.Descriptor;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Http;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Json;
import dev.peregrine.api.Markup;
import dev.peregrine.api.Progress;
import dev.peregrine.api.Settings;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.testkit.FakeBoardContext;
import dev.peregrine.testkit.RecordedServer;
import dev.peregrine.testkit.SettableClock;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;

/** A context with the initial settings, whose calls end at a server that has a folder a host. */
final class Redirected implements BoardContext {

  private final RecordedServer server;
  private final FakeBoardContext initial;
  private final FakeBoardContext atServer;

  Redirected(Descriptor descriptor, RecordedServer server) {
    this.server = server;
    this.initial =
        new FakeBoardContext(descriptor, Map.of(), SettableClock.at("2026-11-22T09:00:00Z"));
    this.atServer = FakeBoardContext.at(server, descriptor);
  }

  @Override
  public Http http() {
    return new Http() {
      @Override
      public HttpReply fetch(HttpCall call) throws ExtensionException, InterruptedException {
        return atServer.http().fetch(redirected(call));
      }

      @Override
      public HttpReply exchange(HttpCall call) throws ExtensionException, InterruptedException {
        return atServer.http().exchange(redirected(call));
      }
    };
  }

  private HttpCall redirected(HttpCall call) {
    URI address = call.address();
    return HttpCall.get(
            "%s/%s%s?%s"
                .formatted(
                    server.address(),
                    address.getHost(),
                    address.getRawPath(),
                    address.getRawQuery()))
        .accepting(call.accepted().stream().mapToInt(Integer::intValue).toArray());
  }

  @Override
  public Settings settings() {
    return initial.settings();
  }

  @Override
  public InstantSource clock() {
    return initial.clock();
  }

  @Override
  public System.Logger log() {
    return initial.log();
  }

  @Override
  public Json json(String text) {
    return initial.json(text);
  }

  @Override
  public Markup html(String text) {
    return initial.html(text);
  }

  @Override
  public Progress progress() {
    return initial.progress();
  }

  @Override
  public void skipped(String what, ExtensionException why) {
    initial.skipped(what, why);
  }
}
