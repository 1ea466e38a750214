package dev.peregrine.host.http;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Http;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * Answers from a recording in place of the network. The same call gets its answers in their order,
 * the last one again and again.
 */
public final class ReplayHttp implements Http {

  private final InstantSource clock;
  private final Scrubber scrubber = new Scrubber(Map.of());
  private final List<RecordedCall> calls;
  private final Map<String, Deque<RecordedCall>> answers = new HashMap<>();
  private final Set<String> asked = new HashSet<>();
  private final List<String> unanswered = new ArrayList<>();

  public ReplayHttp(List<RecordedCall> calls, InstantSource clock) {
    this.clock = clock;
    this.calls = List.copyOf(calls);
    calls.forEach(call -> answers.computeIfAbsent(call.key(), key -> new ArrayDeque<>()).add(call));
  }

  /** The calls that the recording has no answer to. */
  public synchronized List<String> unanswered() {
    return List.copyOf(unanswered);
  }

  /** The recorded calls that nobody made. */
  public synchronized List<String> unasked() {
    return calls.stream()
        .filter(call -> !asked.contains(call.key()))
        .map(RecordedCall::label)
        .distinct()
        .toList();
  }

  @Override
  public HttpReply fetch(HttpCall call) throws ExtensionException {
    while (true) {
      boolean hasNext = hasNext(call);
      ReadReply reply = answer(call);
      if (CallerHttp.isAnswer(reply, call)) {
        return reply;
      }
      if (!hasNext || !CallerHttp.isWorthARetry(call, reply)) {
        throw Refusals.of(reply, clock.instant());
      }
    }
  }

  @Override
  public HttpReply exchange(HttpCall call) throws ExtensionException {
    return answer(call);
  }

  @Override
  public HttpReply render(URI page) throws ExtensionException {
    return fetch(HttpCall.get(page));
  }

  private synchronized boolean hasNext(HttpCall call) {
    Deque<RecordedCall> left = answers.get(scrubber.asked(call).key());
    return left != null && left.size() > 1;
  }

  private synchronized ReadReply answer(HttpCall call) throws ExtensionException {
    RecordedCall key = scrubber.asked(call);
    Deque<RecordedCall> left = answers.get(key.key());
    if (left == null) {
      unanswered.add(key.label());
      throw new ExtensionException(
          Kind.UNAVAILABLE,
          "The recording has no answer to \"%s\". Record it again.".formatted(key.label()));
    }
    asked.add(key.key());
    RecordedCall answer = left.size() > 1 ? left.removeFirst() : left.getFirst();
    var headers = new Headers.Builder();
    answer.contentType().ifPresent(type -> headers.add("Content-Type", type));
    return new ReadReply(
        answer.status(),
        HttpUrl.get(call.address().toString()),
        headers.build(),
        answer.body().getBytes(StandardCharsets.UTF_8));
  }
}
