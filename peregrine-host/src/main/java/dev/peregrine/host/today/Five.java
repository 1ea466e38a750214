package dev.peregrine.host.today;

import dev.peregrine.host.web.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * How far somebody is who does one thing at a time. It stands in the address: it is nobody's
 * business tomorrow.
 */
record Five(int done, int minutes, List<String> skipped) {

  private static final int ENOUGH = 5;
  private static final int MOST_SKIPPED = 40;
  private static final int MOST = 10_000;

  Five {
    skipped = List.copyOf(skipped);
  }

  static Five of(Visit visit) {
    return new Five(
        (int) Math.clamp(visit.number("did").orElse(0), 0, MOST),
        (int) Math.clamp(visit.number("min").orElse(0), 0, MOST),
        visit.values("skip").stream()
            .filter(key -> !key.isEmpty() && key.length() < 200)
            .limit(MOST_SKIPPED)
            .toList());
  }

  Five with(int took) {
    return new Five(done + 1, minutes + took, skipped);
  }

  Five without(String key) {
    var more = new ArrayList<>(skipped);
    more.add(key);
    return new Five(done, minutes, more);
  }

  boolean isEnough() {
    return minutes >= ENOUGH;
  }

  String path() {
    var path = new StringBuilder("/today/five?did=" + done + "&min=" + minutes);
    for (String key : skipped) {
      path.append("&skip=").append(URLEncoder.encode(key, StandardCharsets.UTF_8));
    }
    return path.toString();
  }
}
