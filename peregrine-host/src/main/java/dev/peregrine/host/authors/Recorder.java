package dev.peregrine.host.authors;

import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.host.http.RecordedCall;
import dev.peregrine.host.plugins.CallTap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps what a board asks and is answered in one try. */
public final class Recorder implements CallTap {

  private final List<RecordedCall> calls = new ArrayList<>();
  private final Map<String, String> settings = new LinkedHashMap<>();

  @Override
  public synchronized void opened(Map<String, String> known) {
    settings.putAll(known);
  }

  @Override
  public synchronized void heard(RecordedCall call) {
    calls.add(call);
  }

  /**
   * What was heard, still without what came of it.
   *
   * @param employers the override {@code company}, which is a setting of the try and not of the
   *     board
   */
  public synchronized Recording recording(
      String board, Instant at, BoardQuery query, Optional<String> employers) {
    var all = new LinkedHashMap<>(settings);
    employers.ifPresent(names -> all.put("company", names));
    // Where calls went through does not matter to a replay, and would be looked at by the host.
    all.remove("proxies");
    return new Recording(board, at, "", query, all, calls, List.of());
  }
}
